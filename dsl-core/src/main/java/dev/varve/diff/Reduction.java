package dev.varve.diff;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.IndexPart;
import dev.varve.model.ObjectId;
import dev.varve.model.Sequence;
import dev.varve.model.Table;
import dev.varve.operation.AddColumn;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.operation.SetDefault;
import dev.varve.operation.SetExpression;
import dev.varve.operation.SetSerial;
import dev.varve.sql.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be done of an operation that is refused: a table as much as can be made of it where it and something else need each other, without
 * foreign keys, checks, defaults and facts, and a sequence without its owner; and a column goes that a server before PostgreSQL 17 cannot compute in another way.
 */
final class Reduction {

    private static final List<UnaryOperator<Table>> CUTS = List.of(
            table -> without(table, ForeignKeyConstraint.class),
            table -> without(table, CheckConstraint.class),
            Reduction::withoutDefaults,
            Reduction::withLeastFacts);

    private Reduction() {}

    /** What can be done instead, the most first; the rest is found missing later. */
    static Stream<Operation> of(Operation operation, Database current) {
        if (operation instanceof SetExpression computed
                && !current.environment().atLeast(17)) {
            return Stream.of(new DropColumn(computed.table(), computed.column()));
        }
        if (operation instanceof SetDefault change && change.value().isPresent()) {
            return withoutDefault(change, current).stream();
        }
        if (operation instanceof CreateObject creation && creation.object() instanceof Sequence sequence) {
            return sequence.owner().map(table -> (Operation) new CreateObject(sequence.unowned())).stream();
        }
        if (operation instanceof PutObject put && put.object() instanceof IndexPart part) {
            return withoutName(part, current);
        }
        return operation instanceof CreateObject creation && creation.object() instanceof Table table
                ? Stream.concat(taking(table, current), reduced(table))
                : taking(operation, current).stream();
    }

    /** Two parts may get each other's name, so that one of them has none first. */
    private static Stream<Operation> withoutName(IndexPart part, Database current) {
        return part.slots().stream()
                .flatMap(slot -> current.occupant(slot).stream())
                .filter(other -> other.type() == IndexPart.class)
                .map(DropObject::new);
    }

    /** What the old default is in the way of comes before the new one. */
    private static Optional<Operation> withoutDefault(SetDefault change, Database current) {
        return current.get(change.table())
                .column(change.column())
                .value()
                .map(old -> new SetDefault(change.table(), change.column(), Optional.empty()));
    }

    /** A sequence that is there already becomes the one of a serial column when the default of that takes numbers from it. */
    private static Optional<Operation> taking(Operation operation, Database current) {
        if (operation instanceof SetSerial numbered) {
            return numbered.serial()
                    .flatMap(serial -> there(
                            current.get(numbered.table())
                                    .column(numbered.column())
                                    .valued(Optional.of(serial)),
                            numbered.table(),
                            current))
                    .map(next -> new SetDefault(numbered.table(), numbered.column(), Optional.of(next)));
        }
        return operation instanceof AddColumn added
                ? there(added.column(), added.table(), current)
                        .map(next -> new AddColumn(added.table(), defaulting(added.column(), next)))
                : Optional.empty();
    }

    private static Stream<Operation> taking(Table table, Database current) {
        List<Column> columns = table.columns().stream()
                .map(column -> there(column, table.id(), current)
                        .map(next -> defaulting(column, next))
                        .orElse(column))
                .toList();
        Table taking = new Table(table.name(), columns, table.constraints(), table.facets());
        return taking.equals(table) ? Stream.empty() : Stream.of(new CreateObject(taking));
    }

    private static Optional<Expression> there(Column column, ObjectId<Table> table, Database current) {
        return column.sequenceOfSerial(table)
                .filter(sequence -> current.has(sequence.id()))
                .map(Sequence::next);
    }

    private static Column defaulting(Column column, Expression next) {
        return column.valued(Optional.of(new ColumnValue.Default(next)));
    }

    private static Stream<Operation> reduced(Table table) {
        Stream.Builder<Operation> all = Stream.builder();
        Table rest = table;
        for (UnaryOperator<Table> cut : CUTS) {
            rest = cut.apply(rest);
            all.add(new CreateObject(rest));
        }
        return all.build();
    }

    private static Table without(Table table, Class<? extends Constraint> kind) {
        Map<String, Constraint> rest = table.constraints().entrySet().stream()
                .filter(constraint -> !kind.isInstance(constraint.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Table(table.name(), table.columns(), rest, table.facets());
    }

    private static Table withoutDefaults(Table table) {
        List<Column> columns = table.columns().stream()
                .map(column -> column.valued(column.value().filter(value -> !(value instanceof ColumnValue.Default))))
                .toList();
        return new Table(table.name(), columns, table.constraints(), table.facets());
    }

    private static Table withLeastFacts(Table table) {
        Map<Class<? extends Facet>, Facet> least = new LinkedHashMap<>();
        table.facets().forEach((type, facet) -> facet.least().ifPresent(kept -> least.put(type, kept)));
        return new Table(table.name(), table.columns(), table.constraints(), least);
    }
}
