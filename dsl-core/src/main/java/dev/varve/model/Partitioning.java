package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the rows of a table are spread over its partitions (<a
 * href="https://www.postgresql.org/docs/current/ddl-partitioning.html">documentation</a>).
 *
 * @param keys quoted columns and expressions as they stand in {@code partition by}, with their operator classes
 */
public record Partitioning(Strategy strategy, List<Expression> keys) implements Facet {

    /** By what rows are spread. */
    public enum Strategy {
        /** By ranges of values. */
        RANGE,
        /** By lists of values. */
        LIST,
        /** By the remainder of a hash. */
        HASH
    }

    public Partitioning {
        keys = List.copyOf(keys);
    }

    /** The spreading over keys. */
    public static Partitioning by(Strategy strategy, List<IndexKey> keys) {
        return new Partitioning(
                strategy, keys.stream().map(key -> new Expression(key.sql())).toList());
    }

    @Override
    public Set<String> columns() {
        return keys.stream().flatMap(key -> key.bareNames().stream()).collect(Collectors.toSet());
    }

    @Override
    public Partitioning following(ObjectId<?> table, Rename rename) {
        return new Partitioning(
                strategy, keys.stream().map(key -> rename.follow(table, key)).toList());
    }

    @Override
    public boolean isReworded() {
        return true;
    }

    /** Its functions and operator classes. */
    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return database.named(
                keys.stream().flatMap(key -> key.qualifiedNames().stream()).collect(Collectors.toSet()));
    }

    /** The clause {@code partition by}. */
    Sql clause() {
        return Sql.of("partition by " + strategy.name().toLowerCase(Locale.ROOT) + " ({})", Sql.join(", ", keys));
    }

    @Override
    public Optional<TablePart> part(Table table, Database database) {
        return Optional.of(new TablePart(TablePart.Place.PARTITIONING, clause()));
    }

    @Override
    public void check(Table table, Database database) {
        if (strategy == Strategy.LIST && keys.size() > 1) {
            throw new RefusedException(
                    table.id(), "The " + table.id() + " is partitioned by lists of more than one key. Name one.");
        }
        if (table.facet(Unlogged.class).isPresent()
                || table.facet(StorageParameters.class).isPresent()) {
            throw new RefusedException(
                    table.id(),
                    "The " + table.id()
                            + " is partitioned and stores no rows, so that it can neither be unlogged nor have storage parameters.");
        }
        checkKeys(table);
        Partition.under(table.id(), database).forEach(partition -> {
            partition.partitioning().ifPresent(further -> further.checkKeys(table));
            partition.checkForeign(table);
        });
    }

    /** Looks whether every key of a table has the columns by which its rows are spread. */
    void checkKeys(Table table) {
        table.constraints().values().stream()
                .filter(Constraint::hasIndex)
                .forEach(constraint -> checkKey(
                        table,
                        "Constraint \"" + constraint.name() + '"',
                        constraint.columns().collect(Collectors.toSet())));
    }

    private void checkKey(Table table, String what, Set<String> has) {
        boolean computed = keys.stream().anyMatch(key -> key.bareNames().isEmpty() || !isColumn(key, table));
        if (computed || !has.containsAll(columns())) {
            throw new RefusedException(
                    table.id(),
                    what + " of " + table.id()
                            + " lacks columns by which the table is partitioned: it is partitioned by "
                            + keys
                            + ", and PostgreSQL tells rows of several partitions apart only by keys that have all of these"
                            + " as plain columns. Add them to the key.");
        }
    }

    private static boolean isColumn(Expression key, Table table) {
        return table.columnNames().stream()
                .anyMatch(column ->
                        (key.text() + ' ').startsWith(Identifier.of(column).sql() + ' '));
    }

    @Override
    public void check(Table table, Index index) {
        if (index.unique()) {
            checkKey(
                    table,
                    "Index \"" + index.name().name() + '"',
                    index.keyColumns().collect(Collectors.toSet()));
        }
    }

    @Override
    public void checkAddition(Table table, Constraint constraint, Database database) {
        new TakenFromPartitions(table.id(), database).check(constraint);
    }

    @Override
    public void checkConcurrently(Table table, Index index) {
        throw new RefusedException(
                index.id(),
                "The " + table.id()
                        + " is partitioned, and PostgreSQL removes the indexes of such tables only while they are locked."
                        + " Leave out concurrently.");
    }

    @Override
    public void checkUsingIndex(Table table, Index index) {
        throw new RefusedException(
                table.id(),
                "The " + table.id()
                        + " is partitioned, and PostgreSQL makes no key of an index of such a table. Add the"
                        + " constraint by itself.");
    }

    @Override
    public void checkChange(Table table, Column old, Column next) {
        if (columns().contains(old.name()) && !old.type().equals(next.type())) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + old.name() + "\" of " + table.id()
                            + " is one by which the table is partitioned; its type cannot change.");
        }
    }
}
