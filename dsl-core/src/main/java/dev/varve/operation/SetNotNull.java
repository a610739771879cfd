package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnChange;
import dev.varve.model.Database;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Makes a column refuse null: {@code alter table trading.orders alter column price set not null}. */
public record SetNotNull(ObjectId<Table> table, String column) implements Operation {

    @Override
    public String description() {
        return "make column " + column + " of " + table.name() + " not null";
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        List<Statement> statements = List.of(Statement.of(
                Sql.of("alter table {} alter column {} set not null", table.name(), Identifier.of(column)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.SCANS_TABLE));
        Table old = before.get(table);
        Column from = old.column(column);
        return new ColumnChange(old, from, from.notNull(true)).surrounded(statements, before);
    }

    @Override
    public Database after(Database before) {
        Optional<NotNullConstraint> named = before.get(table).notNullConstraint(column);
        if (named.filter(rule -> !rule.inherited()).isPresent()) {
            throw new RefusedException(
                    table,
                    "Column \"" + column + "\" of " + table + " is not null by constraint \""
                            + named.get().name() + "\", which is not inherited. Alter that constraint instead.");
        }
        return named.map(rule -> validation(rule).after(before))
                .orElseGet(() -> before.alter(table, t -> t.alter(column, c -> c.notNull(true))));
    }

    /** PostgreSQL looks at the rows that a not-null constraint has left out so far. */
    private ValidateConstraint validation(NotNullConstraint rule) {
        return new ValidateConstraint(table, rule.name());
    }

    @Override
    public Reversal reversal(Database before) {
        Table old = before.get(table);
        Optional<NotNullConstraint> named = old.notNullConstraint(column);
        if (named.isPresent()) {
            return validation(named.get()).reversal(before);
        }
        return old.column(column).notNull()
                ? Reversal.Exact.by()
                : HeirsAsBefore.after(this, Reversal.Exact.by(new DropNotNull(table, column)), table, before);
    }
}
