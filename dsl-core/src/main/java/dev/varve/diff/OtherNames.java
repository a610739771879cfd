package dev.varve.diff;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.Inheritance;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameConstraint;
import dev.varve.operation.RenameObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Constraints and indexes that are called otherwise in another state and are the same besides: nobody has to be asked, because they hold no
 * rows by themselves, and another name spares what dropping and making them again costs.
 */
final class OtherNames {

    private final Database from;
    private final Database to;

    private OtherNames(Database from, Database to) {
        this.from = from;
        this.to = to;
    }

    /** The renames, each of something that is gone to something that has come. */
    static List<Operation> between(Database from, Database to) {
        OtherNames names = new OtherNames(from, to);
        Stream<Operation> constraints = from.objects(Table.class)
                .flatMap(table -> to.find(table.id()).stream().flatMap(now -> names.constraints(table, now)));
        return Stream.concat(constraints, names.indexes()).toList();
    }

    private Stream<Operation> constraints(Table table, Table now) {
        List<Constraint> come = new ArrayList<>(gone(now, table));
        return gone(table, now).stream()
                .flatMap(old -> first(come, other -> other.equals(old.named(other.name())))
                        .map(other -> new RenameConstraint(table.id(), old.name(), other.name()))
                        .stream());
    }

    /** What heirs have from their parents is called otherwise with these. */
    private static List<Constraint> gone(Table table, Table now) {
        return table.constraints().values().stream()
                .filter(constraint -> !now.constraints().containsKey(constraint.name())
                        && !Inheritance.of(table).givenConstraints().contains(constraint.name()))
                .toList();
    }

    private Stream<Operation> indexes() {
        List<Index> come = new ArrayList<>(
                to.objects(Index.class).filter(index -> !from.has(index.id())).toList());
        return from.objects(Index.class)
                .filter(index -> !to.has(index.id()))
                .flatMap(old -> first(come, other -> other.equals(old.named(other.name())))
                        .map(other -> new RenameObject(old.id(), other.name().name()))
                        .stream());
    }

    private static <T> Optional<T> first(List<T> come, Predicate<T> isSame) {
        Optional<T> found = come.stream().filter(isSame).findFirst();
        found.ifPresent(come::remove);
        return found;
    }
}
