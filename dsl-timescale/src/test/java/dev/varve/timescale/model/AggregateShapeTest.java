package dev.varve.timescale.model;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.aggregate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Database;
import dev.varve.model.RefusedException;
import dev.varve.model.RowSecurity;
import dev.varve.sql.Query;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is refused of a query when it is loaded the server refuses, too; what the server takes is not refused. */
class AggregateShapeTest {

    private static final String BUCKET = "time_bucket(interval '1 hour', t.traded)";

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(
            TestServers::timescale,
            "create extension timescaledb",
            "create schema trading",
            "create table trading.ticks (traded timestamptz not null, symbol text not null, price numeric, note text)",
            "select create_hypertable('trading.ticks', 'traded')",
            "create table trading.names (symbol text, label text)");

    private static final Database MARKET = Database.empty()
            .plus(SCHEMA)
            .plus(TICKS)
            .plus(table("names", column("symbol", "text"), column("label", "text")));

    private static final List<String> REFUSED = List.of(
            "select {b} as b, count(*) as n from trading.ticks t group by 1 limit 3",
            "select {b} as b, count(*) as n from trading.ticks t group by 1 offset 3",
            "select {b} as b, count(*) as n from trading.ticks t group by 1 fetch first 3 rows only",
            "select distinct {b} as b, count(*) as n from trading.ticks t group by 1",
            "with x as (select 1) select {b} as b, count(*) as n from trading.ticks t group by 1",
            "select {b} as b, count(*) as n from trading.ticks t group by 1 union all select now(), 1",
            "select {b} as b, count(*) as n from trading.ticks t group by grouping sets ((1), ())",
            "select {b} as b, count(*) as n from trading.ticks t group by rollup (1)",
            "select {b} as b, count(*) as n from trading.ticks t group by cube (1)",
            "select {b} as b, rank() over (order by 1) as n from trading.ticks t group by 1",
            "select {b} as b, rank() over w as n from trading.ticks t group by 1 window w as (order by 1)",
            "select {b} as b, (select 1) as n from trading.ticks t group by 1",
            "select {b} as b, count(*) as n from trading.ticks t where exists (select 1) group by 1",
            "select {b} as b, count(*) as n from (select t.traded from trading.ticks t) t group by 1",
            "select {b} as b, count(*) as n from only trading.ticks t group by 1",
            "select {b} as b, count(*) as n from trading.ticks t tablesample system (5) group by 1",
            "select {b} as b, count(*) as n from trading.ticks t right join trading.names n on n.symbol = t.symbol group by 1",
            "select {b} as b, count(*) as n from trading.ticks t full outer join trading.names n on n.symbol = t.symbol group by 1",
            "select {b} as b from trading.ticks t");

    private static final List<String> TAKEN = List.of(
            "select {b} as b, count(distinct t.symbol) as n from trading.ticks t group by 1",
            "select {b} as b, count(*) as \"limit\" from trading.ticks t group by 1",
            "select {b} as b, t.symbol as window, count(*) as n from trading.ticks t group by 1, t.symbol",
            "select {b} as b, count(*) as n from trading.ticks t left join trading.names n on n.symbol = t.symbol group by 1",
            "select {b} as b, count(*) as n from trading.ticks t, trading.names n where n.symbol = t.symbol group by 1",
            "select {b} as b from trading.ticks t group by b",
            "select {b} as b, max(time_bucket(interval '2 hours', t.traded)) as m from trading.ticks t group by 1",
            "select count(*) as n from trading.ticks t group by {b}",
            "select {b} as b, count(*) as n from trading.ticks t group by 1 having count(*) > 1 order by 1",
            "select {b} as b, count(*) filter (where t.price > 1) as n from trading.ticks t where t.note = 'limit' group by 1",
            "select {b} as b, percentile_cont(0.5) within group (order by t.price) as n from trading.ticks t group by 1",
            "select time_bucket(interval '1 day', t.traded, 'Europe/Berlin') as b, count(*) as n from trading.ticks t group by 1");

    private static final List<String> WIDTHS = List.of(
            "1 minute",
            "7 minutes",
            "1 hour",
            "5 hours",
            "1 day",
            "36:00:00",
            "1 week",
            "1 month",
            "3 months",
            "1 year");

    private static boolean takes(String query) throws SQLException {
        TestServers.timescale(13);
        try (Connection connection = DATABASE.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "select is_valid from _timescaledb_functions.cagg_validate_query(?)")) {
            statement.setString(1, query);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Optional<String> refusal(String query, Database state) {
        try {
            state.plus(aggregate("tried", query).refreshed(List.of()));
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Test
    void what_is_refused_the_server_refuses() throws SQLException {
        for (String shape : REFUSED) {
            String query = shape.replace("{b}", BUCKET);
            assertThat(refusal(query, MARKET)).as(query).isPresent();
            assertThat(takes(query)).as("the server on " + query).isFalse();
        }
    }

    @Test
    void what_the_server_takes_is_not_refused() throws SQLException {
        TestServers.timescale(16); // the first with left joins
        for (String shape : TAKEN) {
            String query = shape.replace("{b}", BUCKET);
            assertThat(takes(query)).as("the server on " + query).isTrue();
            assertThat(refusal(query, MARKET)).as(query).isEmpty();
        }
    }

    @Test
    void every_width_over_every_width_is_judged_as_the_server_judges_it() throws SQLException {
        for (String below : WIDTHS) {
            String source = "select time_bucket(interval '" + below
                    + "', t.traded) as bucket, count(*) as n from trading.ticks t group by 1";
            DATABASE.get()
                    .execute(
                            "drop materialized view if exists trading.below",
                            "create materialized view trading.below with (timescaledb.continuous) as " + source
                                    + " with no data");
            Database state = MARKET.plus(aggregate("below", source).refreshed(List.of()));
            for (String width : WIDTHS) {
                String query = "select time_bucket('" + width
                        + "'::interval, w.bucket) as b, sum(w.n) as n from trading.below w group by 1";
                assertThat(refusal(query, state).isEmpty())
                        .as(width + " over " + below)
                        .isEqualTo(takes(query));
            }
        }
    }

    @Test
    void a_width_that_does_not_fit_is_named() {
        Database state = MARKET.plus(aggregate(
                "below", "select time_bucket(interval '5 hours', t.traded) as bucket from trading.ticks t group by 1"));
        assertThat(refusal(
                        "select time_bucket(interval '1 day', w.bucket) as b from trading.below w group by 1", state))
                .contains(
                        "The buckets of 1 day of continuous aggregate trading.tried are no multiple of those below, which"
                                + " are 5 hours long in continuous aggregate trading.below; TimescaleDB refuses that. Choose a multiple of 5"
                                + " hours, or select from the hypertable.");
    }

    @Test
    void a_query_of_another_shape_is_refused_with_the_reason() {
        assertThat(refusal("select distinct " + BUCKET + " as b from trading.ticks t group by 1", MARKET))
                .contains(
                        "The query of continuous aggregate trading.tried selects distinct rows, which TimescaleDB refuses"
                                + " in a continuous aggregate. Say that in a view over the aggregate.");
    }

    @Test
    void a_hypertable_with_row_security_is_no_source() throws SQLException {
        DATABASE.get().execute("alter table trading.ticks enable row level security");
        String query = "select " + BUCKET + " as b, count(*) as n from trading.ticks t group by 1";
        Database secured = MARKET.alter(TICKS.id(), t -> t.with(new RowSecurity(true, false)));

        assertThatThrownBy(() -> secured.plus(aggregate("tried", query)))
                .hasMessageStartingWith(
                        "The continuous aggregate trading.tried cannot select from table trading.ticks, which"
                                + " has row level security");
        assertThat(takes(query)).isFalse();
    }

    @Test
    void the_column_of_the_buckets_is_known() {
        assertThat(bucketColumn(
                        "select public.time_bucket('01:00:00'::interval, t.\"at\") AS \"at\", 1 from a.t group by 1"))
                .contains("at");
        assertThat(bucketColumn("select t.x, time_bucket(interval '1 hour', t.y) from a.t group by 1, 2"))
                .contains("time_bucket");
        assertThat(bucketColumn("select t.x, time_bucket(interval '1 hour', t.y) bucket from a.t group by 1, 2"))
                .contains("bucket");
        assertThat(
                        bucketColumn(
                                "select max(time_bucket(interval '1 hour', t.y)) as m from a.t group by time_bucket('1 day', t.y)"))
                .isEmpty();
    }

    private static Optional<String> bucketColumn(String query) {
        return AggregateShape.of(new Query(query)).bucketColumn();
    }
}
