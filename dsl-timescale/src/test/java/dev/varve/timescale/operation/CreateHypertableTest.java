package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.HOURLY_CHUNKS;
import static dev.varve.timescale.Market.PLAIN_TICKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.SPREAD;
import static dev.varve.timescale.Market.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.operation.Reversal;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.RangeDimension;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateHypertableTest {

    private static OperationLaws laws(CreateHypertable operation) {
        return OperationLaws.of(operation).given(SCHEMA, PLAIN_TICKS).onTimescale();
    }

    private static CreateHypertable making(Hypertable hypertable) {
        return new CreateHypertable(PLAIN_TICKS.id(), hypertable, false);
    }

    @Test
    void its_sql_names_every_argument_and_makes_no_indexes() {
        Database before = Database.empty().plus(SCHEMA).plus(PLAIN_TICKS);

        assertThat(making(SPREAD).statements(before))
                .hasToString(
                        "[select public.create_hypertable(relation => 'trading.ticks', time_column_name => 'traded',"
                                + " chunk_time_interval => interval '1 hour', create_default_indexes => false),"
                                + " select public.add_dimension(hypertable => 'trading.ticks', column_name => 'symbol',"
                                + " number_partitions => 4)]");
    }

    @Test
    void an_empty_table() {
        laws(making(HOURLY_CHUNKS)).hold();
    }

    @Test
    void with_a_hash_dimension() {
        laws(making(SPREAD)).hold();
    }

    @Test
    void a_table_with_rows_that_are_migrated() {
        laws(new CreateHypertable(PLAIN_TICKS.id(), SPREAD, true))
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void a_time_that_is_a_whole_number() {
        Table counts = table("counts", column("tick", "bigint").notNull(true), column("value", "integer"));
        Hypertable hypertable = new Hypertable(new RangeDimension("tick", new IntegerSpan(1000)), List.of());

        OperationLaws.of(new CreateHypertable(counts.id(), hypertable, false))
                .given(SCHEMA, counts)
                .onTimescale()
                .hold();
    }

    @Test
    void a_hypertable_is_a_table_again_by_a_copy_of_its_rows() {
        Database before = Database.empty().plus(SCHEMA).plus(PLAIN_TICKS);

        assertThat(making(HOURLY_CHUNKS).reversal(before))
                .isEqualTo(Reversal.Exact.by(new RebuildTable(PLAIN_TICKS.id(), List.of())));
    }

    @Test
    void a_hypertable_is_refused() {
        OperationLaws.of(making(SPREAD))
                .given(SCHEMA, TICKS)
                .onTimescale()
                .areRefusedWith("The table trading.ticks is already a hypertable by traded every 1 hour.");
    }
}
