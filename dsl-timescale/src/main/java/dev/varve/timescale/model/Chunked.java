package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.Optional;

/** What is stored in chunks, which can be compressed and dropped: a hypertable or a continuous aggregate. */
public sealed interface Chunked permits ChunkedTable, ContinuousAggregate {

    /**
     * The hypertable or continuous aggregate of that id.
     *
     * @throws RefusedException if it is neither
     */
    static Chunked of(ObjectId<?> id, Database database) {
        Object object = database.get(id);
        if (object instanceof ContinuousAggregate aggregate) {
            return aggregate;
        }
        if (object instanceof Table table) {
            return of(table);
        }
        throw new RefusedException(id, "The " + id + " is neither a hypertable nor a continuous aggregate.");
    }

    /**
     * The hypertable that a table is.
     *
     * @throws RefusedException if it is none
     */
    static Chunked of(Table table) {
        Hypertable.of(table);
        return new ChunkedTable(table);
    }

    /** What it is called. */
    ObjectId<?> id();

    /** Its name. */
    QualifiedName name();

    /** The column and the length by which it is cut. */
    RangeDimension axis();

    /** The same with new chunks of that length. */
    Chunked every(Span interval);

    /** The statement that makes its new chunks so long. */
    default Statement settingChunks(Span interval, Database database) {
        TimescaleCall set = TimescaleCall.of("set_chunk_time_interval")
                .with("hypertable", name())
                .with("chunk_time_interval", interval);
        return Statement.of(set.select(database), LockMode.NONE);
    }

    /** The fact of that class about its chunks, if there is one. */
    <F extends ChunkFact> Optional<F> fact(Class<F> type);

    /** The same with that fact in the place of the one of its class. */
    Chunked with(ChunkFact fact);

    /** The same without the fact of that class. */
    Chunked without(Class<? extends ChunkFact> type);

    /** That state with this in the place of what has its id. */
    Database in(Database database);

    /**
     * Looks for a column.
     *
     * @throws RefusedException if there surely is none
     */
    void checkColumn(String column);

    /** Refuses what has to know what is now where time is a whole number and nothing says that. */
    void refuseWithoutClock();

    /** The statement that alters it, up to its name. */
    Sql altering();
}
