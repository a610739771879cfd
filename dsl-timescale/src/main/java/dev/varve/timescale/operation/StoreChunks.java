package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.ChunkStore;
import dev.varve.timescale.model.Chunked;
import dev.varve.timescale.model.ShownChunks;
import java.util.List;
import java.util.Optional;

/**
 * Compresses or decompresses the chunks of a hypertable or a continuous aggregate that are there now: {@code call
 * public.convert_to_columnstore(...)} for each of them, in a transaction of its own, so that only the chunk that is just being rewritten cannot
 * be read meanwhile. A run that is cut off passes over what it has done. A policy compresses again what it finds old enough.
 *
 * @param age how old the chunks are; all are meant if empty
 */
public record StoreChunks(ObjectId<?> relation, ChunkStore store, Optional<Age> age) implements TimescaleOperation {

    @Override
    public String description() {
        return store.verb() + " the chunks of " + relation.name()
                + age.map(old -> " after " + old).orElse("");
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(relation);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return List.of(chunks(before).storing(store, before));
    }

    private ShownChunks chunks(Database before) {
        return new ShownChunks(Chunked.of(relation, before), age);
    }

    @Override
    public Database after(Database before) {
        chunks(before).check(store, before);
        return before;
    }

    /** The rows are the same, whichever way they are stored, so there is nothing to take back; chunks stay as they are then. */
    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by();
    }
}
