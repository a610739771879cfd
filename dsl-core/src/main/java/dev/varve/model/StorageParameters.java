package dev.varve.model;

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

/**
 * The storage parameters of a table that differ from those of the server, such as {@code fillfactor} (<a
 * href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS">documentation</a>).
 */
public record StorageParameters(SortedMap<String, String> values) implements Facet {

    public StorageParameters {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** These parameters. */
    public static StorageParameters of(Map<String, String> values) {
        return new StorageParameters(new TreeMap<>(values));
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public StorageParameters following(ObjectId<?> table, Rename rename) {
        return this;
    }

    @Override
    public Optional<TablePart> part(Table table, Database database) {
        return Optional.of(
                new TablePart(TablePart.Place.OPTIONS, Options.of(values).with()));
    }

    @Override
    public List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        Options old = Options.of(
                from.map(facet -> ((StorageParameters) facet).values()).orElse(Collections.emptySortedMap()));
        List<Statement> statements = new ArrayList<>();
        Options.of(values).changes(old).forEach(change -> statements.add(statement(table, change)));
        return statements;
    }

    @Override
    public List<Statement> removal(Table table, Database database) {
        return List.of(statement(table, Options.of(values).reset()));
    }

    private static Statement statement(Table table, Sql change) {
        return Statement.of(Sql.of("alter {} {}", table.address(), change), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
}
