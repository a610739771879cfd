package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Makes a column an identity or ends that: {@code alter table trading.orders alter column id add generated always as identity}. The
 * sequence begins at its start, whatever values the column holds.
 */
public record SetIdentity(ObjectId<Table> table, String column, Optional<ColumnValue.Identity> identity)
        implements Operation {

    @Override
    public String description() {
        return (identity.isPresent() ? "make an identity of column " : "end the identity of column ") + column + " of "
                + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Sql change = identity.map(i -> Sql.of("add {}", i.clause())).orElse(Sql.raw("drop identity"));
        return List.of(Statement.of(
                Sql.of("alter table {} alter column {} {}", table.name(), Identifier.of(column), change),
                LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Database after(Database before) {
        Column current = before.get(table).column(column);
        boolean isIdentity =
                current.value().filter(ColumnValue.Identity.class::isInstance).isPresent();
        if (isIdentity == identity.isPresent() || !isIdentity && current.value().isPresent()) {
            throw new RefusedException(
                    table,
                    "Column \"" + column + "\" of " + table + " is "
                            + current.value()
                                    .map(v -> '"' + v.clause().text() + '"')
                                    .orElse("no identity")
                            + "; that has to be changed first.");
        }
        if (identity.isPresent() && !current.notNull()) {
            throw new RefusedException(
                    table,
                    "Column \"" + column + "\" of " + table
                            + " may be null; make it not null before it becomes an identity.");
        }
        Column changed = new Column(current.name(), current.type(), true, identity.map(i -> i));
        return before.alter(table, t -> t.becoming(changed));
    }

    @Override
    public Reversal reversal(Database before) {
        Optional<ColumnValue.Identity> old = before.get(table)
                .column(column)
                .value()
                .filter(ColumnValue.Identity.class::isInstance)
                .map(ColumnValue.Identity.class::cast);
        SetIdentity back = new SetIdentity(table, column, old);
        return new Reversal.Lossy(
                List.of(back), List.of("the position of the identity of " + table.name() + '.' + column));
    }
}
