package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Chunked;
import dev.varve.timescale.model.Span;
import dev.varve.timescale.model.TimescaleCall;
import java.util.List;

/**
 * Makes new chunks of a hypertable or a continuous aggregate so long: {@code select public.set_chunk_time_interval(...)}. Those that exist stay as they are, both
 * ways.
 */
public record SetChunkInterval(ObjectId<?> relation, Span interval) implements TimescaleOperation {

    @Override
    public String description() {
        return "cut " + relation.name() + " every " + interval;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(relation);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        TimescaleCall set = TimescaleCall.of("set_chunk_time_interval")
                .with("hypertable", relation.name())
                .with(
                        "chunk_time_interval",
                        chunked(before).every(interval).axis().interval());
        return List.of(Statement.of(set.select(before), LockMode.NONE));
    }

    private Chunked chunked(Database before) {
        return Chunked.of(relation, before);
    }

    @Override
    public Database after(Database before) {
        return chunked(before).every(interval).in(before);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(
                new SetChunkInterval(relation, chunked(before).axis().interval()));
    }
}
