package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Dimension;
import dev.varve.timescale.model.Hypertable;
import java.util.List;

/**
 * Tells the rows of a hypertable apart by one more column: {@code select public.add_dimension(hypertable => 'market_data.trades',
 * column_name => 'symbol', number_partitions => 4)}. Chunks that exist stay as they are. TimescaleDB cannot remove a dimension: the way back
 * {@link RebuildTable rebuilds} the table.
 */
public record AddDimension(ObjectId<Table> table, Dimension dimension) implements TimescaleOperation {

    @Override
    public String description() {
        return "tell rows of " + table.name() + " apart by " + dimension;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return List.of(dimension.adding(before.get(table), before));
    }

    @Override
    public Database after(Database before) {
        if (Hypertable.of(before.get(table)).columns().contains(dimension.column())) {
            throw new RefusedException(
                    table,
                    "Column \"" + dimension.column() + "\" is already a dimension of hypertable " + table.name() + '.');
        }
        return before.alter(table, t -> t.with(Hypertable.of(t).plus(dimension)));
    }

    @Override
    public Reversal reversal(Database before) {
        return RebuildTable.undoing(table, before);
    }
}
