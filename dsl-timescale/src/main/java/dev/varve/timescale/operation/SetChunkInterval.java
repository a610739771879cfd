package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Chunked;
import dev.varve.timescale.model.Span;
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
        Chunked old = chunked(before);
        return List.of(old.settingChunks(old.every(interval).axis().interval(), before));
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
