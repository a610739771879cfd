package dev.varve.testing;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.DefaultPrivileges;
import dev.varve.model.Extension;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.Inheritance;
import dev.varve.model.KeyConstraint;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.Routine;
import dev.varve.model.Table;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a state cannot tell, so that it is not drawn.
 *
 * @param before the state before an operation
 */
public record Unforeseen(Database before) {

    /** Whether it is met on the way from a state. */
    public static boolean isMet(List<Operation> operations, Database from) {
        Database state = from;
        for (Operation operation : operations) {
            Database after = operation.after(state);
            if (new Unforeseen(state).isMet(operation, after)) {
                return true;
            }
            state = after;
        }
        return false;
    }

    private boolean isMet(Operation operation, Database after) {
        return typed(operation).filter(this::isRefusedByMistake).isPresent()
                || typed(operation).filter(this::isStoredInView).isPresent()
                || operation instanceof CreateObject creation
                        && creation.object() instanceof Extension
                        && before.objects(DefaultPrivileges.class).findAny().isPresent()
                || breaksRoutine(after)
                || losesOneOfTwoKeys(after)
                || readsElsewhere(after);
    }

    /**
     * PostgreSQL 18 refuses another type for a column that is not null here and in an heir that had it before it inherited, because it makes the
     * constraints of both again by the name of one. Its message says so, and nothing is changed then.
     */
    private boolean isRefusedByMistake(AlterColumnType change) {
        Table table = before.get(change.table());
        return before.environment().major() >= 18
                && table.column(change.column()).notNull()
                && isOwnOfHeir(change.column(), table);
    }

    private static Optional<AlterColumnType> typed(Operation operation) {
        Operation inner = operation instanceof CascadeRecreate around ? around.operation() : operation;
        return inner instanceof AlterColumnType change ? Optional.of(change) : Optional.empty();
    }

    /** Nobody knows the types of what a query gives, and so whether they can still be stored in a way that is said. */
    private boolean isStoredInView(AlterColumnType change) {
        return before.objects(MaterializedView.class)
                .filter(view -> view.requires(before).contains(change.table()))
                .anyMatch(view -> !view.properties().values().isEmpty());
    }

    /** PostgreSQL knows by which of several keys over the same columns a foreign key references them. */
    private boolean losesOneOfTwoKeys(Database after) {
        return before.objects(Table.class)
                .filter(table -> after.has(table.id()))
                .flatMap(table -> table.constraints().values().stream()
                        .filter(after.get(table.id()).constraints()::containsValue))
                .filter(ForeignKeyConstraint.class::isInstance)
                .map(ForeignKeyConstraint.class::cast)
                .anyMatch(key -> keys(key, before) > 1 && keys(key, after) < keys(key, before));
    }

    private static long keys(ForeignKeyConstraint key, Database state) {
        Stream<Constraint> constraints = state.find(key.target()).stream()
                .filter(Table.class::isInstance)
                .flatMap(table -> ((Table) table).constraints().values().stream());
        return constraints
                        .filter(one -> one instanceof KeyConstraint own && own.canBe(key.referenced()))
                        .count()
                + state.objects(Index.class).filter(index -> index.suits(key)).count();
    }

    private boolean isOwnOfHeir(String column, Table table) {
        return table.heirs(before).stream()
                .anyMatch(heir -> !Inheritance.of(heir).givenColumns().contains(column) || isOwnOfHeir(column, heir));
    }

    /** The text of a routine still says what it said when something in it has changed; it is found out when it is made again. */
    private boolean breaksRoutine(Database after) {
        return before.objects()
                .filter(object -> object instanceof Routine && after.has(object.id()))
                .flatMap(routine -> routine.mentions(before).stream())
                .anyMatch(mentioned -> after.find((ObjectId<?>) mentioned)
                        .filter(before.get(mentioned)::equals)
                        .isEmpty());
    }

    /** The rows of foreign partitions have nobody who answers for them here. */
    private static boolean readsElsewhere(Database after) {
        Stream<ObjectId<?>> read = after.objects(MaterializedView.class).flatMap(view -> view.requires(after).stream());
        Set<ObjectId<?>> spread = after.objects(Partition.class)
                .filter(partition -> partition.foreign().isPresent())
                .map(partition -> partition.root(after).id())
                .collect(Collectors.toSet());
        return read.anyMatch(spread::contains);
    }
}
