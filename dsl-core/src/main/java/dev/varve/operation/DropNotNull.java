package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnChange;
import dev.varve.model.Database;
import dev.varve.model.Inheritance;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.Table;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Lets a column be null: {@code alter table trading.orders alter column price drop not null}. The way back fails, before it changes
 * anything, if there are nulls by then.
 */
public record DropNotNull(ObjectId<Table> table, String column) implements Operation {

    @Override
    public String description() {
        return "let column " + column + " of " + table.name() + " be null";
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        List<Statement> statements = List.of(Statement.of(
                Sql.of("alter table {} alter column {} drop not null", table.name(), Identifier.of(column)),
                LockMode.ACCESS_EXCLUSIVE));
        Table old = before.get(table);
        Column from = old.column(column);
        return new ColumnChange(old, from, from.notNull(false)).surrounded(statements, before);
    }

    /** Rows are not told apart by what may be null. */
    @Override
    public Database after(Database before) {
        Database after = withNulls(before);
        after.find(ReplicaIdentity.id(table)).ifPresent(identity -> identity.check(after));
        return after;
    }

    private Database withNulls(Database before) {
        Optional<NotNullConstraint> named = before.get(table).notNullConstraint(column);
        if (named.isPresent()) {
            return new DropConstraint(table, named.get().name()).after(before);
        }
        refuseUncertain(before);
        Database after = before.alter(table, t -> t.alter(column, c -> c.notNull(false)));
        if (after.get(table).column(column).notNull()) {
            throw new RefusedException(
                    table,
                    "Column \"" + column + "\" of " + table
                            + " is part of the primary key or an identity, which is never null.");
        }
        return after;
    }

    /** Since PostgreSQL 18 an heir that said so itself stays not null, and nothing tells whether one did. */
    private void refuseUncertain(Database before) {
        for (Table heir : before.get(table).heirs(before)) {
            if (before.environment().atLeast(18)
                    && !Inheritance.of(heir).givenColumns().contains(column)) {
                throw new RefusedException(
                        table,
                        "Column \"" + column + "\" of " + table + " is also one of " + heir.id()
                                + " itself, and only the server" + " knows whether it stays not null there. Let "
                                + heir.id() + " inherit no more first.");
            }
        }
    }

    @Override
    public Reversal reversal(Database before) {
        Table old = before.get(table);
        Optional<NotNullConstraint> named = old.notNullConstraint(column);
        if (named.isPresent()) {
            return new Reversal.Exact(DropConstraint.remaking(table, named.get(), before));
        }
        return old.column(column).notNull()
                ? HeirsAsBefore.after(this, Reversal.Exact.by(new SetNotNull(table, column)), table, before)
                : Reversal.Exact.by();
    }
}
