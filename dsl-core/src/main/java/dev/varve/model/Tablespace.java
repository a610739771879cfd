package dev.varve.model;

import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That the rows of a table are stored in a tablespace that is not the one of the database (<a
 * href="https://www.postgresql.org/docs/current/manage-ag-tablespaces.html">documentation</a>).
 */
public record Tablespace(String name) implements Facet {

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public Tablespace following(ObjectId<?> table, Rename rename) {
        return this;
    }

    @Override
    public Optional<TablePart> part(Table table, Database database) {
        return Optional.of(new TablePart(TablePart.Place.TABLESPACE, Sql.of("tablespace {}", Identifier.of(name))));
    }

    @Override
    public List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        return List.of(statement(table, name));
    }

    @Override
    public List<Statement> removal(Table table, Database database) {
        return List.of(statement(table, "pg_default"));
    }

    private static Statement statement(Table table, String other) {
        return Statement.of(
                Sql.of("alter {} set tablespace {}", table.address(), Identifier.of(other)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.REWRITES_TABLE);
    }
}
