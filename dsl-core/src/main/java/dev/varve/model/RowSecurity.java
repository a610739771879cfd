package dev.varve.model;

import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That policies say which rows of a table roles see and write (<a
 * href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">documentation</a>).
 *
 * @param enabled whether the policies count
 * @param forced whether they also count for the owner of the table
 */
public record RowSecurity(boolean enabled, boolean forced) implements Facet {

    private static final RowSecurity NONE = new RowSecurity(false, false);

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public RowSecurity following(ObjectId<?> table, Rename rename) {
        return this;
    }

    @Override
    public List<Statement> creation(Table table, Database database) {
        return since(NONE, table);
    }

    @Override
    public List<Statement> alteration(Table table, Optional<Facet> from, Database database) {
        return since((RowSecurity) from.orElse(NONE), table);
    }

    @Override
    public List<Statement> removal(Table table, Database database) {
        return NONE.since(this, table);
    }

    private List<Statement> since(RowSecurity old, Table table) {
        List<Statement> statements = new ArrayList<>();
        if (enabled != old.enabled) {
            statements.add(statement(table, enabled ? "enable" : "disable"));
        }
        if (forced != old.forced) {
            statements.add(statement(table, forced ? "force" : "no force"));
        }
        return statements;
    }

    private static Statement statement(Table table, String word) {
        return Statement.of(
                Sql.of("alter {} " + word + " row level security", table.address()), LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public void check(Table table, Database database) {
        if (equals(NONE)) {
            throw new RefusedException(
                    table.id(),
                    "Row security of " + table.id()
                            + " is neither enabled nor forced, which is none. Say dropRowSecurity().");
        }
    }
}
