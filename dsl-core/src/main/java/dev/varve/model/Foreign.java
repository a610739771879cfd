package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * That the rows of a table are elsewhere (<a
 * href="https://www.postgresql.org/docs/current/sql-createforeigntable.html">documentation</a>).
 *
 * @param columnOptions what is told of columns, by their names
 */
public record Foreign(
        ObjectId<ForeignServer> server, ForeignOptions options, SortedMap<String, ForeignOptions> columnOptions)
        implements Facet {

    public Foreign {
        columnOptions = Collections.unmodifiableSortedMap(new TreeMap<>(columnOptions));
    }

    /** Rows on a server that is told no more. */
    public static Foreign on(ObjectId<ForeignServer> server) {
        return new Foreign(server, ForeignOptions.none(), Collections.emptySortedMap());
    }

    /** The same, telling the server one more thing. */
    public Foreign option(String option, String value) {
        return new Foreign(server, options.and(option, value), columnOptions);
    }

    /** The same, telling the server one more thing of a column. */
    public Foreign columnOption(String column, String option, String value) {
        SortedMap<String, ForeignOptions> more = new TreeMap<>(columnOptions);
        more.put(column, of(column).and(option, value));
        return new Foreign(server, options, more);
    }

    private ForeignOptions of(String column) {
        return columnOptions.getOrDefault(column, ForeignOptions.none());
    }

    @Override
    public Set<String> columns() {
        return columnOptions.keySet();
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return Set.of(server);
    }

    @Override
    public Foreign following(ObjectId<?> table, Rename rename) {
        SortedMap<String, ForeignOptions> followed = new TreeMap<>();
        columnOptions.forEach((column, told) -> followed.put(rename.followColumn(table, column), told));
        return new Foreign(rename.follow(server), options, followed);
    }

    @Override
    public Optional<TablePart> part(Table table, Database database) {
        return Optional.of(new TablePart(TablePart.Place.SERVER, clause()));
    }

    Sql clause() {
        return Sql.of("server {}{}", server.name(), options.clause());
    }

    @Override
    public List<Statement> creation(Table table, Database database) {
        return columnsSince(on(server), table);
    }

    @Override
    public List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        Foreign old = (Foreign) from.orElseThrow(() -> refused(table));
        if (!old.server.equals(server)) {
            throw refused(table);
        }
        List<Statement> statements = new ArrayList<>();
        options.since(old.options).ifPresent(change -> statements.add(statement(table, change)));
        statements.addAll(columnsSince(old, table));
        return statements;
    }

    private static RefusedException refused(Table table) {
        return new RefusedException(
                table.id(), "PostgreSQL brings no table to another server. Drop " + table.id() + " and make it there.");
    }

    private List<Statement> columnsSince(Foreign old, Table table) {
        Set<String> all = new TreeSet<>(columnOptions.keySet());
        all.addAll(old.columnOptions.keySet());
        List<Statement> statements = new ArrayList<>();
        for (String column : all) {
            of(column)
                    .since(old.of(column))
                    .ifPresent(change -> statements.add(
                            statement(table, Sql.of(" alter column {}{}", Identifier.of(column), change))));
        }
        return statements;
    }

    private static Statement statement(Table table, Sql change) {
        return Statement.of(Sql.of("alter {}{}", table.address(), change), LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public void check(Table table, Database database) {
        columnOptions.keySet().forEach(table::column);
        table.constraints().values().stream()
                .filter(c -> c.hasIndex() || c instanceof ForeignKeyConstraint)
                .findFirst()
                .ifPresent(c -> {
                    throw without(table, "constraint \"" + c.name() + '"');
                });
    }

    @Override
    public void check(Table table, Index index) {
        throw without(table, "index \"" + index.name().name() + '"');
    }

    @Override
    public void checkReference(Table table, Table from, ForeignKeyConstraint key, Database database) {
        throw without(table, "constraint \"" + key.name() + "\" of " + from.id() + ", which references it");
    }

    private static RefusedException without(Table table, String what) {
        return new RefusedException(
                table.id(),
                "The rows of " + table.id()
                        + " are on another server, where PostgreSQL can neither index nor find them by keys: leave"
                        + " out " + what + '.');
    }

    /** Its columns, before it was foreign or after, are not those of a table here. */
    @Override
    public List<Statement> removal(Table table, Database database) {
        throw refused(table);
    }

    /** The options of some columns, as they are read. */
    public Foreign telling(Map<String, ForeignOptions> columns) {
        return new Foreign(server, options, new TreeMap<>(columns));
    }
}
