package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a plain column of a generated one, which keeps the values that are stored: {@code alter table trading.orders alter column
 * notional drop expression}. PostgreSQL knows no way back but to drop the column and to add it as a generated one, which computes its
 * values anew.
 */
public record DropExpression(ObjectId<Table> table, String column) implements Operation {

    @Override
    public String description() {
        return "compute column " + column + " of " + table.name() + " no more";
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(
                Sql.of("alter table {} alter column {} drop expression", table.name(), Identifier.of(column)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.BREAKS_OLD_CODE));
    }

    @Override
    public Database after(Database before) {
        Column current = before.get(table).column(column);
        ColumnValue.Generated generated =
                current.generated().orElseThrow(() -> refused("is not generated; there is nothing to drop"));
        if (generated.virtual()) {
            throw refused(
                    "is virtual, and nothing of it is stored that could stay. Drop the column, and add a plain one");
        }
        return before.alter(table, t -> t.becoming(current.valued(Optional.empty())));
    }

    private RefusedException refused(String what) {
        return new RefusedException(table, "Column \"" + column + "\" of " + table + ' ' + what + '.');
    }

    @Override
    public Reversal reversal(Database before) {
        DropColumn drop = new DropColumn(table, column);
        try {
            drop.after(before);
        } catch (RefusedException e) {
            return new Reversal.Impossible(
                    "PostgreSQL makes a generated column only when it adds it. " + e.getMessage());
        }
        Reversal adding = drop.reversal(before);
        List<Operation> operations = new ArrayList<>(List.of(drop));
        operations.addAll(adding.operations());
        List<String> lost = new ArrayList<>(adding.lost());
        lost.add(0, "what was written to " + table.name() + '.' + column + " after it was no longer computed");
        return new Reversal.Lossy(operations, lost);
    }
}
