package dev.varve.timescale;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.IndexSpec;
import dev.varve.dsl.TableAlteration;
import dev.varve.dsl.TableReference;
import dev.varve.model.Index;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.ChunkSkipping;
import dev.varve.timescale.model.ChunkStore;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.Dimension;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.RangeDimension;
import dev.varve.timescale.model.ReorderPolicy;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.Span;
import dev.varve.timescale.model.Tablespaces;
import dev.varve.timescale.operation.AddDimension;
import dev.varve.timescale.operation.AlterDimension;
import dev.varve.timescale.operation.CreateHypertable;
import dev.varve.timescale.operation.CreateIndexPerChunk;
import dev.varve.timescale.operation.DropCompression;
import dev.varve.timescale.operation.DropPolicy;
import dev.varve.timescale.operation.RebuildHypertable;
import dev.varve.timescale.operation.RebuildTable;
import dev.varve.timescale.operation.SetChunkInterval;
import dev.varve.timescale.operation.SetChunkSkipping;
import dev.varve.timescale.operation.SetClock;
import dev.varve.timescale.operation.SetCompression;
import dev.varve.timescale.operation.SetPolicy;
import dev.varve.timescale.operation.SetTablespaces;
import dev.varve.timescale.operation.StoreChunks;
import java.util.List;
import java.util.Optional;

/** The words for changing a table of a database with TimescaleDB. */
public final class TimescaleAlteration extends TableAlteration<TimescaleAlteration> {

    TimescaleAlteration(TableReference table, Changes changes) {
        super(table, changes);
    }

    @Override
    protected TimescaleAlteration self() {
        return this;
    }

    /** Makes a hypertable of the table, which must be empty. The way back copies its rows. */
    public TimescaleAlteration hypertable(RangeDimension time, Dimension... others) {
        return record(new CreateHypertable(table(), new Hypertable(time, List.of(others)), false));
    }

    /**
     * Makes a hypertable of the table and moves its rows into chunks, while nobody can read it; so does the way
     * back.
     */
    public TimescaleAlteration migrateToHypertable(RangeDimension time, Dimension... others) {
        return record(new CreateHypertable(table(), new Hypertable(time, List.of(others)), true));
    }

    /**
     * Makes a plain table of the hypertable by copying its rows, while nobody can read it: TimescaleDB has no other way. It takes twice the
     * space for that time. Aggregates over the table have to go first, or {@code cascadeRecreate()} fails.
     */
    public TimescaleAlteration rebuildAsTable() {
        return record(new RebuildTable(table(), List.of()));
    }

    /**
     * Cuts the hypertable otherwise by copying its rows, while nobody can read it: along another column, without one of its dimensions, or
     * the chunks that are there, too, into others. Its compression and policies stay. TimescaleDB has no other way; it takes twice the space
     * for that time, and the rows are not compressed after it until a policy comes to them. Aggregates over the table have to go first, or
     * {@code cascadeRecreate()} fails.
     */
    public TimescaleAlteration rebuildAsHypertable(RangeDimension time, Dimension... others) {
        return record(new RebuildHypertable(table(), new Hypertable(time, List.of(others))));
    }

    /** Tells its rows apart by one more column. The way back copies its rows. */
    public TimescaleAlteration addDimension(Dimension dimension) {
        return record(new AddDimension(table(), dimension));
    }

    /** Cuts new chunks otherwise along a column beside time: {@code alterDimension(hash("symbol", 8))}. */
    public TimescaleAlteration alterDimension(Dimension dimension) {
        return record(new AlterDimension(table(), dimension));
    }

    /** Lets a function without arguments say what is now where time is a whole number. The way back from the first one copies the
     * rows. */
    public TimescaleAlteration now(FunctionSpec function) {
        return record(new SetClock(table(), function.id().name()));
    }

    /** Keeps new chunks in these tablespaces alone, by turns. */
    public TimescaleAlteration tablespaces(String... names) {
        return record(new SetTablespaces(table(), new Tablespaces(List.of(names))));
    }

    /** Skips chunks by the range of the values of these columns alone. */
    public TimescaleAlteration skipChunksBy(String... columns) {
        return record(new SetChunkSkipping(table(), new ChunkSkipping(List.of(columns))));
    }

    /**
     * Adds an index that is built chunk by chunk, outside a transaction: only the chunk that is just being indexed takes no rows meanwhile.
     */
    public TimescaleAlteration addIndexPerChunk(IndexSpec index) {
        if (index.operation(table(), naming()) instanceof CreateObject creating
                && creating.object() instanceof Index made) {
            return record(new CreateIndexPerChunk(made));
        }
        throw new IllegalArgumentException("An index of " + table().name()
                + " cannot be made concurrently as well as chunk by chunk. Leave out concurrently.");
    }

    /** Puts the rows of chunks that are full into the order of an index of the table, which is named as PostgreSQL names it. */
    public TimescaleAlteration reorder(String index, Schedule schedule) {
        QualifiedName name = table().name();
        return record(new CreateObject(new ReorderPolicy(name, Index.id(name.named(index)), schedule)));
    }

    /** Puts rows into the order of an index no more. */
    public TimescaleAlteration dropReorder() {
        return record(new DropObject(ReorderPolicy.id(table().name())));
    }

    /** Makes new chunks so long. */
    public TimescaleAlteration chunkInterval(Span interval) {
        return record(new SetChunkInterval(table(), interval));
    }

    /** Sets up the compression of its chunks, or changes it, with its policy if it says {@code after(...)}. */
    public TimescaleAlteration compress(CompressionSpec compression) {
        record(new SetCompression(table(), compression.settings()));
        compression.policy().ifPresent(policy -> record(new SetPolicy(table(), policy)));
        return this;
    }

    /** Decompresses its chunks and ends their compression. */
    public TimescaleAlteration dropCompression() {
        return record(new DropCompression(table()));
    }

    /**
     * Compresses all chunks of the hypertable that are there now, one after the other, of which only one at a time cannot be read. It compresses them once;
     * {@code compressAfter(...)} goes on doing so.
     */
    public TimescaleAlteration compressChunks() {
        return record(new StoreChunks(table(), ChunkStore.COLUMNSTORE, Optional.empty()));
    }

    /** The same with those alone that are so old: {@code compressChunks(old(days(7)))}. */
    public TimescaleAlteration compressChunks(Age age) {
        return record(new StoreChunks(table(), ChunkStore.COLUMNSTORE, Optional.of(age)));
    }

    /**
     * Decompresses all chunks of the hypertable that are there now, one after the other. The compression stays set up, and its policy, if there is one,
     * compresses again what is old enough when it runs.
     */
    public TimescaleAlteration decompressChunks() {
        return record(new StoreChunks(table(), ChunkStore.ROWSTORE, Optional.empty()));
    }

    /** The same with those alone that are so old. */
    public TimescaleAlteration decompressChunks(Age age) {
        return record(new StoreChunks(table(), ChunkStore.ROWSTORE, Optional.of(age)));
    }

    /** Compresses chunks that are so old from now on. */
    public TimescaleAlteration compressAfter(Span age) {
        return compressAfter(Age.of(age), Schedule.CHOSEN);
    }

    /** The same by another age, looking for chunks at these times. */
    public TimescaleAlteration compressAfter(Age age, Schedule schedule) {
        return record(new SetPolicy(table(), new CompressionPolicy(age, schedule)));
    }

    /** Compresses chunks no more by itself. */
    public TimescaleAlteration dropCompressionPolicy() {
        return record(new DropPolicy(table(), CompressionPolicy.class));
    }

    /** Keeps its rows for so long from now on. */
    public TimescaleAlteration retain(Span age) {
        return retain(Age.of(age), Schedule.CHOSEN);
    }

    /** The same by another age, looking for chunks at these times. */
    public TimescaleAlteration retain(Age age, Schedule schedule) {
        return record(new SetPolicy(table(), new RetentionPolicy(age, schedule)));
    }

    /** Keeps its rows for good from now on. */
    public TimescaleAlteration dropRetention() {
        return record(new DropPolicy(table(), RetentionPolicy.class));
    }
}
