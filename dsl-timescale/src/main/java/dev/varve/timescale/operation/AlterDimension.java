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
 * Cuts new chunks of a hypertable otherwise along a column beside time: {@code select public.set_number_partitions(...)}, {@code select
 * public.set_chunk_time_interval(...)}. Those that exist stay as they are, both ways.
 */
public record AlterDimension(ObjectId<Table> table, Dimension dimension) implements TimescaleOperation {

    @Override
    public String description() {
        return "tell new rows of " + table.name() + " apart by " + dimension;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return List.of(dimension.changing(before.get(table), before));
    }

    private Dimension present(Database before) {
        return Hypertable.of(before.get(table))
                .other(dimension.column())
                .filter(other -> other.getClass().equals(dimension.getClass()))
                .orElseThrow(() -> new RefusedException(
                        table,
                        "Hypertable " + table.name() + " has no dimension beside time that could become " + dimension
                                + ". Add it with addDimension(...)."));
    }

    @Override
    public Database after(Database before) {
        present(before);
        return before.alter(table, t -> t.with(Hypertable.of(t).replacing(dimension)));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new AlterDimension(table, present(before)));
    }
}
