package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY_CHUNKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;

import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.RangeDimension;
import org.junit.jupiter.api.Test;

class AlterDimensionTest {

    private static final AlterDimension EIGHT = new AlterDimension(TICKS.id(), new HashDimension("symbol", 8));

    @Test
    void new_rows_are_spread_over_another_number_of_partitions() {
        OperationLaws.of(EIGHT)
                .given(SCHEMA, FULL_TICKS)
                .givenRows(ROWS)
                .onTimescale()
                .hold();
    }

    @Test
    void new_chunks_are_cut_otherwise_along_another_axis() {
        Table depth = table(
                        "depth",
                        column("traded", "timestamptz").notNull(true),
                        column("level", "integer").notNull(true))
                .with(HOURLY_CHUNKS.plus(new RangeDimension("level", new IntegerSpan(10))));

        OperationLaws.of(new AlterDimension(depth.id(), new RangeDimension("level", new IntegerSpan(20))))
                .given(SCHEMA, depth)
                .onTimescale()
                .hold();
    }

    @Test
    void a_dimension_that_is_not_there_is_refused() {
        OperationLaws.of(EIGHT)
                .given(SCHEMA, TICKS)
                .onTimescale()
                .areRefusedWith(
                        "Hypertable trading.ticks has no dimension beside time that could become hash of symbol into"
                                + " 8. Add it with addDimension(...).");
    }
}
