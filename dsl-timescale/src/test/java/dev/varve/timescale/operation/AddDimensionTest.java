package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.HOURLY_CHUNKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.Dimension;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.RangeDimension;
import org.junit.jupiter.api.Test;

class AddDimensionTest {

    private static final Table QUOTES = table(
                    "quotes",
                    column("traded", "timestamptz").notNull(true),
                    column("seen", "timestamptz").notNull(true),
                    column("level", "integer").notNull(true),
                    column("symbol", "text"))
            .with(HOURLY_CHUNKS);

    private static OperationLaws laws(Dimension dimension) {
        return OperationLaws.of(new AddDimension(QUOTES.id(), dimension))
                .given(SCHEMA, QUOTES)
                .onTimescale();
    }

    @Test
    void its_sql_names_the_column() {
        Database before = Database.empty().plus(SCHEMA).plus(QUOTES);

        assertThat(new AddDimension(QUOTES.id(), new HashDimension("symbol", 4)).statements(before))
                .hasToString("[select public.add_dimension(hypertable => 'trading.quotes', column_name => 'symbol',"
                        + " number_partitions => 4)]");
    }

    @Test
    void by_the_hash_of_a_column_that_may_be_null() {
        laws(new HashDimension("symbol", 4)).hold();
    }

    @Test
    void by_another_time_and_by_a_whole_number() {
        laws(new RangeDimension("seen", days(1))).hold();
        laws(new RangeDimension("level", new IntegerSpan(10))).hold();
    }

    @Test
    void of_a_hypertable_with_rows() {
        OperationLaws.of(new AddDimension(TICKS.id(), new HashDimension("symbol", 4)))
                .given(SCHEMA, TICKS)
                .givenRows(ROWS)
                .onTimescale()
                .hold();
    }

    @Test
    void a_column_that_is_a_dimension_already_is_refused() {
        laws(new HashDimension("traded", 4))
                .areRefusedWith("Column \"traded\" is already a dimension of hypertable trading.quotes.");
    }

    @Test
    void a_column_that_the_primary_key_lacks_is_refused() {
        OperationLaws.of(new AddDimension(TICKS.id(), new HashDimension("note", 4)))
                .given(SCHEMA, TICKS)
                .onTimescale()
                .areRefusedWith(
                        "Primary key \"pk\" of hypertable trading.ticks lacks \"note\", by which the table is"
                                + " partitioned; TimescaleDB can hold rows apart only within a chunk. Use (traded, symbol, note).");
    }
}
