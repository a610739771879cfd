package dev.varve.operation;

import dev.varve.model.CheckConstraint;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.ExtendedStatistics;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Expression;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes a generated column in another way: {@code alter table trading.orders alter column notional set expression as (price *
 * quantity)}. PostgreSQL can do so from version 17 on.
 */
public record SetExpression(ObjectId<Table> table, String column, Expression expression) implements Operation {

    @Override
    public String description() {
        return "compute column " + column + " of " + table.name() + " as " + expression;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Reprinted reprinted = Reprinted.over(table, column, before);
        Sql change = Sql.of("alter column {} set expression as ({})", Identifier.of(column), expression);
        Sql sql = Sql.of("alter table {} {}", table.name(), Sql.join(", ", reprinted.around(List.of(change))));
        Statement statement = current(before).virtual()
                ? Statement.of(sql, LockMode.ACCESS_EXCLUSIVE)
                : Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.REWRITES_TABLE);
        List<Statement> statements = new ArrayList<>(reprinted.around(statement, before));
        statements.addAll(ExtendedStatistics.forgotten(table, column, before));
        return statements;
    }

    @Override
    public Database after(Database before) {
        ColumnValue.Generated current = current(before);
        if (!before.environment().atLeast(17)) {
            throw refused("cannot be computed in another way: PostgreSQL can change the expression from version 17 on."
                    + " Drop the column and add it again");
        }
        if (current.virtual() && hasChecks(before.get(table))) {
            throw refused(
                    "is virtual, and PostgreSQL does not change the expression of a virtual column in a table with"
                            + " checks. Drop the checks first, and add them again afterwards");
        }
        return before.alter(
                table,
                t -> t.alter(
                        column, c -> c.valued(Optional.of(new ColumnValue.Generated(expression, current.virtual())))));
    }

    private static boolean hasChecks(Table table) {
        return table.constraints().values().stream().anyMatch(CheckConstraint.class::isInstance);
    }

    private ColumnValue.Generated current(Database before) {
        return before.get(table)
                .column(column)
                .generated()
                .orElseThrow(() ->
                        refused("is not generated. Give it a default, or drop it and add it as a generated column"));
    }

    private RefusedException refused(String what) {
        return new RefusedException(table, "Column \"" + column + "\" of " + table + ' ' + what + '.');
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(
                new SetExpression(table, column, current(before).expression()));
    }
}
