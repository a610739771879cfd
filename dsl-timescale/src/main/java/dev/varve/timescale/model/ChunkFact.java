package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.List;

/** A fact about chunks, those of a hypertable or those of a continuous aggregate. */
public interface ChunkFact extends TimescaleFacet {

    /** The same as TimescaleDB completes it for what is cut in that way. */
    ChunkFact settled(RangeDimension axis);

    /** The statements that make it true on a server with TimescaleDB. */
    List<Statement> making(Chunked chunked, Database database);

    /**
     * Looks for what TimescaleDB would refuse about it.
     *
     * @throws RefusedException if there is something
     */
    void check(Chunked chunked);

    @Override
    ChunkFact following(ObjectId<?> relation, Rename rename);

    @Override
    default List<Statement> making(Table table, Database database) {
        return making(Chunked.of(table), database);
    }

    @Override
    default void check(Table table, Database database) {
        check(Chunked.of(table));
    }
}
