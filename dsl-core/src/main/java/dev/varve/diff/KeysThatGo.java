package dev.varve.diff;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.KeyConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Storage;
import dev.varve.model.Table;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keys that are there and will not be. PostgreSQL chooses by which of several keys over the same columns a foreign key references them, and keeps
 * that one; so there are not two of them where one goes.
 */
record KeysThatGo(Database current, Database wanted) {

    /** Looks whether a constraint of a table comes too early. */
    void refuseBeside(Constraint constraint, ObjectId<Table> table) {
        if (constraint instanceof ForeignKeyConstraint key) {
            refuseBeside(Set.copyOf(key.targetColumns()), key.target());
        }
        if (constraint instanceof KeyConstraint key) {
            refuseBesideReferenced(Set.copyOf(key.key().columns()), table);
        }
    }

    /** Looks whether an index comes too early. */
    void refuseBeside(Index index) {
        index.uniqueColumns().ifPresent(columns -> refuseBesideReferenced(columns, index.on()));
    }

    private void refuseBesideReferenced(Set<String> columns, ObjectId<?> relation) {
        boolean isReferenced = Stream.<ObjectId<?>>concat(Stream.of(relation), current.users(relation).stream())
                .flatMap(user -> current.find(user).stream())
                .filter(Table.class::isInstance)
                .flatMap(user -> ((Table) user).constraints().values().stream())
                .anyMatch(constraint -> constraint instanceof ForeignKeyConstraint key
                        && key.target().equals(relation)
                        && Set.copyOf(key.targetColumns()).equals(columns));
        if (isReferenced) {
            refuseBeside(columns, relation);
        }
    }

    private void refuseBeside(Set<String> columns, ObjectId<?> relation) {
        if (current.has(relation)) {
            Stream.concat(indexes(columns, relation), constraints(columns, relation))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new RefusedException(
                                relation, "Key \"" + name + "\" of " + relation + " is still there.");
                    });
        }
    }

    private Stream<String> indexes(Set<String> columns, ObjectId<?> relation) {
        return current.owned(relation).stream()
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .filter(index -> index.uniqueColumns().filter(columns::equals).isPresent())
                .filter(index -> !wanted.find(index.id()).equals(Optional.of(index)))
                .map(index -> index.name().name());
    }

    private Stream<String> constraints(Set<String> columns, ObjectId<?> relation) {
        return current.get(relation) instanceof Table table
                ? table.constraints().values().stream()
                        .filter(constraint -> constraint instanceof KeyConstraint key
                                && Set.copyOf(key.key().columns()).equals(columns)
                                && !staysIn(wanted.find(table.id()), key))
                        .map(Constraint::name)
                : Stream.of();
    }

    private static boolean staysIn(Optional<Table> later, KeyConstraint key) {
        return later.map(table -> table.constraints().get(key.name()))
                .filter(other -> other.stored(Storage.usual()).equals(key.stored(Storage.usual())))
                .isPresent();
    }
}
