package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/**
 * Makes a role that cannot log in, unless there is one of that name: {@code create role clerks}. Roles belong to the server and not to one
 * of its databases, so that they are no part of the state, and the way back leaves the role there.
 */
public record CreateRole(String name) implements Operation {

    @Override
    public String description() {
        return "create role " + name;
    }

    @Override
    public Footprint footprint() {
        return Footprint.unknown();
    }

    @Override
    public List<Statement> statements(Database before) {
        Sql create = Sql.of(
                "begin create role {}; exception when duplicate_object or unique_violation then null; end",
                Identifier.of(name));
        return List.of(Statement.of(Sql.of("do {}", new DollarQuoted(create.text())), LockMode.NONE));
    }

    @Override
    public Database after(Database before) {
        return before;
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by();
    }
}
