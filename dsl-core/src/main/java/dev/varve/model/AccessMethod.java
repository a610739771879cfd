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
 * That the rows of a table are stored by an access method that is not the one of the server (<a
 * href="https://www.postgresql.org/docs/current/tableam.html">documentation</a>).
 */
public record AccessMethod(String method) implements Facet {

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        return AccessMethodDefinition.requiredBy(method, database);
    }

    @Override
    public AccessMethod following(ObjectId<?> table, Rename rename) {
        return this;
    }

    @Override
    public Optional<TablePart> part(Table table, Database database) {
        return Optional.of(new TablePart(TablePart.Place.ACCESS_METHOD, Sql.of("using {}", Identifier.of(method))));
    }

    @Override
    public List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        return List.of(statement(table, Identifier.of(method).sql()));
    }

    /** Before PostgreSQL 17 no word says that it is the server's choice. */
    @Override
    public List<Statement> removal(Table table, Database database) {
        return List.of(statement(table, database.environment().atLeast(17) ? "default" : "heap"));
    }

    private static Statement statement(Table table, String other) {
        return Statement.of(
                Sql.of("alter {} set access method {}", table.address(), Sql.raw(other)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.REWRITES_TABLE);
    }
}
