package dev.varve.timescale;

import dev.varve.dsl.Changes;
import dev.varve.dsl.TableAlteration;
import dev.varve.dsl.TableReference;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.RangeDimension;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.operation.CreateHypertable;
import dev.varve.timescale.operation.DropCompression;
import dev.varve.timescale.operation.DropPolicy;
import dev.varve.timescale.operation.SetChunkInterval;
import dev.varve.timescale.operation.SetCompression;
import dev.varve.timescale.operation.SetPolicy;
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

    /** Makes a hypertable of the table, which must be empty. There is no way back but to drop the table. */
    public TimescaleAlteration hypertable(RangeDimension time, HashDimension... hashes) {
        return record(new CreateHypertable(table(), new Hypertable(time, List.of(hashes)), false));
    }

    /**
     * Makes a hypertable of the table and moves its rows into chunks, while nobody can read it. There is no way back but to drop the
     * table.
     */
    public TimescaleAlteration migrateToHypertable(RangeDimension time, HashDimension... hashes) {
        return record(new CreateHypertable(table(), new Hypertable(time, List.of(hashes)), true));
    }

    /** Makes new chunks so long. */
    public TimescaleAlteration chunkInterval(Interval interval) {
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

    /** Compresses chunks that are so old from now on. */
    public TimescaleAlteration compressAfter(Interval age) {
        return record(new SetPolicy(table(), new CompressionPolicy(age, Optional.empty())));
    }

    /** Compresses chunks no more by itself. */
    public TimescaleAlteration dropCompressionPolicy() {
        return record(new DropPolicy(table(), CompressionPolicy.class));
    }

    /** Keeps its rows for so long from now on. */
    public TimescaleAlteration retain(Interval age) {
        return record(new SetPolicy(table(), new RetentionPolicy(age, Optional.empty())));
    }

    /** Keeps its rows for good from now on. */
    public TimescaleAlteration dropRetention() {
        return record(new DropPolicy(table(), RetentionPolicy.class));
    }
}
