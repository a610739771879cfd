package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

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
        return List.of(Statement.of(
                Sql.of("alter table {} alter column {} set not null", table.name(), Identifier.of(column)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.SCANS_TABLE));
    }

    @Override
    public Database after(Database before) {
        return before.alter(table, t -> t.alter(column, c -> c.notNull(true)));
    }

    @Override
    public Reversal reversal(Database before) {
        return before.get(table).column(column).notNull()
                ? Reversal.Exact.by()
                : Reversal.Exact.by(new DropNotNull(table, column));
    }
}
