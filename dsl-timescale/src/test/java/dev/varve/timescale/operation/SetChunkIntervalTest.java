package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.PLAIN_TICKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.Interval;
import org.junit.jupiter.api.Test;

class SetChunkIntervalTest {

    private static OperationLaws laws(Interval interval) {
        return OperationLaws.of(new SetChunkInterval(FULL_TICKS.id(), interval)).onTimescale();
    }

    @Test
    void its_sql_is_one_call() {
        Database before = Database.empty().plus(SCHEMA).plus(FULL_TICKS);

        assertThat(new SetChunkInterval(FULL_TICKS.id(), days(1)).statements(before))
                .hasToString("[select public.set_chunk_time_interval(hypertable => 'trading.ticks',"
                        + " chunk_time_interval => interval '1 day')]");
    }

    @Test
    void another_interval() {
        laws(days(1)).given(SCHEMA, FULL_TICKS).givenRows(ROWS).hold();
    }

    @Test
    void a_month_is_30_days() {
        laws(Interval.ofMonths(1)).given(SCHEMA, FULL_TICKS).hold();
    }

    @Test
    void a_plain_table_is_refused() {
        laws(days(1))
                .given(SCHEMA, PLAIN_TICKS)
                .areRefusedWith("The table trading.ticks is not a hypertable. Make it one first, with"
                        + " hypertable(by(\"...\").every(...)).");
    }
}
