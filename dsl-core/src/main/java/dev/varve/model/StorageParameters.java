package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The storage parameters of a table that differ from those of the server, such as {@code fillfactor} (<a
 * href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS">documentation</a>).
 */
public record StorageParameters(Options parameters) implements Facet {

    /** These parameters in the order of their names. */
    public static StorageParameters of(Map<String, String> values) {
        return new StorageParameters(Options.of(values));
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
        return Optional.of(new TablePart(TablePart.Place.OPTIONS, parameters.with()));
    }

    @Override
    public List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        Options old = from.map(facet -> ((StorageParameters) facet).parameters).orElse(Options.none());
        List<Statement> statements = new ArrayList<>();
        parameters.changes(old).forEach(change -> statements.add(statement(table, change)));
        return statements;
    }

    @Override
    public List<Statement> removal(Table table, Database database) {
        return List.of(statement(table, parameters.reset()));
    }

    private static Statement statement(Table table, Sql change) {
        return Statement.of(Sql.of("alter {} {}", table.address(), change), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
}
