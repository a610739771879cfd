package dev.varve.timescale;

import dev.varve.dsl.Changes;
import dev.varve.dsl.IndexSpec;
import dev.varve.model.ObjectId;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.AggregateIndex;
import dev.varve.timescale.model.ChunkStore;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.RefreshWindow;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.Span;
import dev.varve.timescale.operation.DropCompression;
import dev.varve.timescale.operation.DropPolicy;
import dev.varve.timescale.operation.RefreshAggregate;
import dev.varve.timescale.operation.SetChunkInterval;
import dev.varve.timescale.operation.SetCompression;
import dev.varve.timescale.operation.SetMaterializedOnly;
import dev.varve.timescale.operation.SetPolicy;
import dev.varve.timescale.operation.SetRefreshPolicies;
import dev.varve.timescale.operation.StoreChunks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words for changing a continuous aggregate; each is recorded as it is said. */
public final class ContinuousAggregateAlteration {

    private final ObjectId<ContinuousAggregate> aggregate;
    private final Changes changes;

    ContinuousAggregateAlteration(ObjectId<ContinuousAggregate> aggregate, Changes changes) {
        this.aggregate = aggregate;
        this.changes = changes;
    }

    /** Keeps it up to date in this way from now on, or in several, each for another part of the time. */
    public ContinuousAggregateAlteration refresh(RefreshSpec... refreshes) {
        return record(new SetRefreshPolicies(
                aggregate, Arrays.stream(refreshes).map(RefreshSpec::policy).toList()));
    }

    /** Keeps it up to date no more. */
    public ContinuousAggregateAlteration dropRefresh() {
        return record(new SetRefreshPolicies(aggregate, List.of()));
    }

    /** Shows what is stored alone from now on. */
    public ContinuousAggregateAlteration materializedOnly() {
        return record(new SetMaterializedOnly(aggregate, true));
    }

    /** Shows what is stored and what has come since from now on. */
    public ContinuousAggregateAlteration realTime() {
        return record(new SetMaterializedOnly(aggregate, false));
    }

    /**
     * Brings a window up to date now: {@code refreshNow(window(from, to).inSteps(days(30)))}. What the source has no rows for any more is
     * not touched: it fails then.
     */
    public ContinuousAggregateAlteration refreshNow(RefreshWindow window) {
        return record(new RefreshAggregate(aggregate, window));
    }

    /** Makes new chunks of what is stored so long. */
    public ContinuousAggregateAlteration chunkInterval(Span interval) {
        return record(new SetChunkInterval(aggregate, interval));
    }

    /** Sets up the compression of what is stored, or changes it, with its policy if it says {@code after(...)}. */
    public ContinuousAggregateAlteration compress(CompressionSpec compression) {
        record(new SetCompression(aggregate, compression.settings()));
        compression.policy().ifPresent(policy -> record(new SetPolicy(aggregate, policy)));
        return this;
    }

    /** Decompresses what is stored and ends its compression. */
    public ContinuousAggregateAlteration dropCompression() {
        return record(new DropCompression(aggregate));
    }

    /**
     * Compresses all chunks of what is stored that are there now, one after the other, of which only one at a time cannot be read. It compresses them once;
     * {@code compressAfter(...)} goes on doing so.
     */
    public ContinuousAggregateAlteration compressChunks() {
        return record(new StoreChunks(aggregate, ChunkStore.COLUMNSTORE, Optional.empty()));
    }

    /** The same with those alone that are so old: {@code compressChunks(old(days(7)))}. */
    public ContinuousAggregateAlteration compressChunks(Age age) {
        return record(new StoreChunks(aggregate, ChunkStore.COLUMNSTORE, Optional.of(age)));
    }

    /**
     * Decompresses all chunks of what is stored that are there now, one after the other. The compression stays set up, and its policy, if there is one,
     * compresses again what is old enough when it runs.
     */
    public ContinuousAggregateAlteration decompressChunks() {
        return record(new StoreChunks(aggregate, ChunkStore.ROWSTORE, Optional.empty()));
    }

    /** The same with those alone that are so old. */
    public ContinuousAggregateAlteration decompressChunks(Age age) {
        return record(new StoreChunks(aggregate, ChunkStore.ROWSTORE, Optional.of(age)));
    }

    /** Compresses chunks that are so old from now on. */
    public ContinuousAggregateAlteration compressAfter(Span age) {
        return record(new SetPolicy(aggregate, new CompressionPolicy(Age.of(age), Schedule.CHOSEN)));
    }

    /** The same by another age, looking for chunks at these times. */
    public ContinuousAggregateAlteration compressAfter(Age age, Schedule schedule) {
        return record(new SetPolicy(aggregate, new CompressionPolicy(age, schedule)));
    }

    /** Compresses chunks no more by itself. */
    public ContinuousAggregateAlteration dropCompressionPolicy() {
        return record(new DropPolicy(aggregate, CompressionPolicy.class));
    }

    /** Keeps what is stored for so long from now on. */
    public ContinuousAggregateAlteration retain(Span age) {
        return retain(Age.of(age), Schedule.CHOSEN);
    }

    /** The same by another age, looking for chunks at these times. */
    public ContinuousAggregateAlteration retain(Age age, Schedule schedule) {
        return record(new SetPolicy(aggregate, new RetentionPolicy(age, schedule)));
    }

    /** Keeps what is stored for good from now on. */
    public ContinuousAggregateAlteration dropRetention() {
        return record(new DropPolicy(aggregate, RetentionPolicy.class));
    }

    /** Adds an index of what is stored. */
    public ContinuousAggregateAlteration addIndex(IndexSpec index) {
        return record(ContinuousAggregateSpec.creating(index, aggregate, changes.naming()));
    }

    /** Removes an index of what is stored, which is named as PostgreSQL names it. */
    public ContinuousAggregateAlteration dropIndex(String index) {
        return record(new DropObject(AggregateIndex.id(aggregate.name().named(index))));
    }

    private ContinuousAggregateAlteration record(Operation operation) {
        changes.add(operation);
        return this;
    }
}
