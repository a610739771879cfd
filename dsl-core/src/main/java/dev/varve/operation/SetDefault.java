package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Gives a column another default for new rows, or none: {@code alter table trading.orders alter column venue set default 'XNAS'}.
 */
public record SetDefault(ObjectId<Table> table, String column, Optional<Expression> value) implements Operation {

    @Override
    public String description() {
        return value.map(v -> "set the default of column " + column + " of " + table.name() + " to " + v)
                .orElse("drop the default of column " + column + " of " + table.name());
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Sql change = value.map(v -> Sql.of("set default {}", v)).orElse(Sql.raw("drop default"));
        return List.of(Statement.of(
                Sql.of("alter table {} alter column {} {}", table.name(), Identifier.of(column), change),
                LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Database after(Database before) {
        currentDefault(before.get(table).column(column));
        return before.alter(table, t -> t.alter(column, c -> c.valued(value.map(ColumnValue.Default::new))));
    }

    private Optional<Expression> currentDefault(Column current) {
        return current.value().map(v -> {
            if (v instanceof ColumnValue.Default d) {
                return d.expression();
            }
            throw new RefusedException(
                    table,
                    "Column \"" + column + "\" of " + table + " is \"" + v.clause()
                            + "\" and can have no default beside that.");
        });
    }

    @Override
    public Reversal reversal(Database before) {
        SetDefault back =
                new SetDefault(table, column, currentDefault(before.get(table).column(column)));
        return HeirsAsBefore.after(this, Reversal.Exact.by(back), table, before);
    }
}
