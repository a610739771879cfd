package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.stream.Stream;

/**
 * A column by which the rows of a hypertable are told apart into chunks. One can be added at any time, and none removed
 * (<a href="https://docs.timescale.com/api/latest/hypertable/add_dimension/">documentation</a>).
 */
public sealed interface Dimension permits RangeDimension, HashDimension {

    /** The column. */
    String column();

    /** The functions that it calls. */
    default Stream<ObjectId<?>> requires() {
        return Stream.of();
    }

    /** This dimension after a rename. */
    Dimension following(ObjectId<?> table, Rename rename);

    /** The statement that adds it to a hypertable. */
    Statement adding(Table table, Database database);

    /** The statement that makes this dimension of the one that a hypertable has along the same column; its chunks stay as they are. */
    Statement changing(Table table, Database database);

    /**
     * Looks for what TimescaleDB would refuse about the column.
     *
     * @throws dev.varve.model.RefusedException if there is something
     */
    void check(Table table);
}
