package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.Span;
import dev.varve.timescale.model.TimescaleCall;
import java.util.List;

/**
 * Makes new chunks of a hypertable so long: {@code select public.set_chunk_time_interval(...)}. Those that exist stay as they are, both
 * ways.
 */
public record SetChunkInterval(ObjectId<Table> table, Span interval) implements TimescaleOperation {

    @Override
    public String description() {
        return "cut " + table.name() + " every " + interval;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        TimescaleCall set = TimescaleCall.of("set_chunk_time_interval")
                .with("hypertable", table.name())
                .with(
                        "chunk_time_interval",
                        hypertable(before).every(interval).time().interval());
        return List.of(Statement.of(set.select(before), LockMode.NONE));
    }

    private Hypertable hypertable(Database before) {
        return Hypertable.of(before.get(table));
    }

    @Override
    public Database after(Database before) {
        return before.alter(table, t -> t.with(Hypertable.of(t).every(interval)));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(
                new SetChunkInterval(table, hypertable(before).time().interval()));
    }
}
