package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.PLAIN_TICKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.aggregate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.sql.Query;
import dev.varve.sql.Statement;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.RangeDimension;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateContinuousAggregateTest {

    private static OperationLaws laws(ContinuousAggregate aggregate) {
        return OperationLaws.of(new CreateContinuousAggregate(aggregate)).onTimescale();
    }

    private static ContinuousAggregate bare(String query) {
        return new ContinuousAggregate(name("bare"), new Query(query), true, Optional.empty(), Optional.empty());
    }

    @Test
    void its_sql_computes_the_rows_last_and_alone() {
        Database before = Database.empty().plus(SCHEMA).plus(TICKS);
        ContinuousAggregate counts = bare(
                "select time_bucket(interval '1 hour', t.traded) as bucket, count(*) as n from trading.ticks t group by 1");

        assertThat(new CreateContinuousAggregate(counts).statements(before)).hasToString("""
                [create materialized view trading.bare
                with (timescaledb.continuous, timescaledb.materialized_only = true) as
                select public.time_bucket(interval '1 hour', t.traded) as bucket, count(*) as n from trading.ticks t group by 1
                with no data, \
                select public.set_chunk_time_interval(hypertable => 'trading.bare', \
                chunk_time_interval => interval '10 hours'), \
                call public.refresh_continuous_aggregate('trading.bare', null, null)]""");
        assertThat(new CreateContinuousAggregate(counts).statements(before))
                .extracting(Statement::transactional)
                .containsExactly(true, true, false);
    }

    @Test
    void over_a_hypertable_with_rows() {
        laws(HOURLY).given(SCHEMA, FULL_TICKS).givenRows(ROWS).hold();
    }

    @Test
    void over_another_aggregate() {
        laws(DAILY).given(SCHEMA, TICKS, HOURLY).givenRows(ROWS).hold();
    }

    @Test
    void by_hand_and_with_chunks_of_ten_times_the_length() {
        laws(bare(
                        "select time_bucket(interval '1 hour', t.traded) as bucket, count(*) as n from trading.ticks t group by 1"))
                .given(SCHEMA, TICKS)
                .hold();
    }

    @Test
    void showing_what_has_just_come() {
        laws(HOURLY.materializedOnly(false))
                .given(SCHEMA, TICKS)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void joined_with_a_plain_table() {
        Table names = table("names", column("symbol", "text"), column("label", "text"));
        laws(bare("select time_bucket(interval '1 hour', t.traded) as bucket, n.label, max(t.price) as high"
                        + " from trading.ticks t join trading.names n on n.symbol = t.symbol group by 1, 2"))
                .given(SCHEMA, TICKS, names)
                .hold();
    }

    @Test
    void joined_with_a_query_for_each_row() {
        TestServers.timescale(16);
        Table names = table("names", column("symbol", "text"), column("label", "text"));
        laws(bare(
                        "select time_bucket(interval '1 hour', t.traded) as bucket, m.label, max(t.price) as high from trading.ticks t,"
                                + " lateral (select n.label from trading.names n where n.symbol = t.symbol) m group by 1, 2"))
                .given(SCHEMA, TICKS, names)
                .hold();
    }

    @Test
    void a_time_that_is_a_whole_number_is_refused() {
        Table counts = table("counts", column("tick", "bigint").notNull(true), column("value", "integer"))
                .with(new Hypertable(new RangeDimension("tick", new IntegerSpan(1000)), List.of()));
        laws(bare("select time_bucket(100, c.tick) as bucket, sum(c.value) as total from trading.counts c group by 1"))
                .given(SCHEMA, counts)
                .areRefusedWith(
                        "Hypertable trading.counts is cut by a whole number, of which TimescaleDB cannot tell what is now,"
                                + " as policies and continuous aggregates need it. Give it a function that says so, with now(...).");
    }

    @Test
    void a_query_of_a_plain_table_is_refused() {
        laws(HOURLY)
                .given(SCHEMA, PLAIN_TICKS)
                .areRefusedWith(
                        "The continuous aggregate trading.hourly must select from one hypertable or continuous aggregate,"
                                + " but selects from none that is known here. Name it with its schema, and make it a hypertable first.");
    }

    @Test
    void a_query_without_buckets_is_refused() {
        laws(aggregate("all", "select t.symbol, count(*) as n from trading.ticks t group by t.symbol"))
                .given(SCHEMA, TICKS)
                .areRefusedWith(
                        "The continuous aggregate trading.all has no time_bucket in its query, by which it must group the"
                                + " time of its rows.");
    }
}
