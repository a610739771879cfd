package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.aggregate;
import static dev.varve.timescale.Market.hours;
import static dev.varve.timescale.MarketStory.TRADES_OF_TWO_DAYS;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import dev.varve.model.Database;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestServers;
import dev.varve.timescale.MarketStoryRevisions;
import dev.varve.timescale.model.RefreshWindow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefreshAggregateTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private static final RefreshWindow NIGHT =
            window(Instant.parse("2025-01-01T00:30:00Z"), Instant.parse("2025-01-01T04:00:00Z"));

    private static List<String> calls(RefreshWindow window) {
        Database state = Database.empty().plus(SCHEMA).plus(TICKS).plus(HOURLY);
        return new RefreshAggregate(HOURLY.id(), window)
                .statements(state).stream()
                        .filter(statement -> !statement.transactional())
                        .map(statement -> statement.sql().text())
                        .toList();
    }

    @Test
    void a_window_is_cut_where_buckets_begin() {
        assertThat(calls(NIGHT))
                .containsExactly(
                        "call public.refresh_continuous_aggregate('trading.hourly', timestamptz '2025-01-01 00:00:00+00',"
                                + " timestamptz '2025-01-01 04:00:00+00')");
        assertThat(calls(NIGHT.inSteps(dev.varve.timescale.Timescale.minutes(90))))
                .containsExactly(
                        "call public.refresh_continuous_aggregate('trading.hourly', timestamptz '2025-01-01 00:00:00+00',"
                                + " timestamptz '2025-01-01 02:00:00+00')",
                        "call public.refresh_continuous_aggregate('trading.hourly', timestamptz '2025-01-01 02:00:00+00',"
                                + " timestamptz '2025-01-01 04:00:00+00')");
    }

    @Test
    void it_changes_no_schema() {
        OperationLaws.of(new RefreshAggregate(HOURLY.id(), NIGHT.inSteps(hours(1))))
                .onTimescale()
                .given(SCHEMA, TICKS, HOURLY)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void steps_over_months_are_refused() {
        OperationLaws.of(new RefreshAggregate(
                        dev.varve.timescale.model.ContinuousAggregate.id(dev.varve.testing.Trading.name("monthly")),
                        NIGHT.inSteps(hours(1))))
                .onTimescale()
                .given(
                        SCHEMA,
                        TICKS,
                        aggregate(
                                        "monthly",
                                        "select time_bucket(interval '1 month', t.traded) as bucket, count(*) as n from trading.ticks t group by 1")
                                .refreshed(List.of()))
                .areRefusedBeforehandWith(
                        "The continuous aggregate trading.monthly cannot be refreshed in steps, because its"
                                + " buckets have no fixed length that the library can tell. Leave out inSteps(...), or refresh one window"
                                + " after the other.");
    }

    @Test
    void what_the_source_has_no_more_is_not_removed() throws SQLException {
        MarketStoryRevisions.migrator(DATABASE.dataSource(), MigrationListener.SILENT, List.of())
                .upgrade(new RevisionTarget("0002"));
        DATABASE.get()
                .execute(
                        TRADES_OF_TWO_DAYS,
                        "call refresh_continuous_aggregate('market_data.hourly_trades', null, null)",
                        "select drop_chunks('market_data.trades', timestamptz '2024-01-02 00:00+00')");
        Migrator refreshing = MarketStoryRevisions.migrator(
                DATABASE.dataSource(), MigrationListener.SILENT, List.of(RefreshHours.class));

        assertThatThrownBy(refreshing::upgrade)
                .hasStackTraceContaining("holds buckets from 2024-01-01")
                .hasStackTraceContaining("to refresh them would remove them");
        assertThat(ask("select count(*) from market_data.hourly_trades")).isEqualTo("144");
    }

    @Test
    void a_run_that_is_cut_off_goes_on_with_the_step_where_it_stopped() throws SQLException {
        MarketStoryRevisions.migrator(DATABASE.dataSource(), MigrationListener.SILENT, List.of())
                .upgrade(new RevisionTarget("0002"));
        DATABASE.get().execute(TRADES_OF_TWO_DAYS);
        CuttingOff first = new CuttingOff(3);
        Migrator cut = MarketStoryRevisions.migrator(DATABASE.dataSource(), first, List.of(RefreshHours.class));
        assertThatThrownBy(cut::upgrade).hasMessage("cut off");
        assertThat(ask("select count(*) from market_data.hourly_trades")).isEqualTo("36");

        CuttingOff second = new CuttingOff(Integer.MAX_VALUE);
        MarketStoryRevisions.migrator(DATABASE.dataSource(), second, List.of(RefreshHours.class))
                .upgrade();
        assertThat(ask("select count(*) from market_data.hourly_trades")).isEqualTo("144");
        assertThat(first.told).containsExactly("1 of 5", "2 of 5");
        assertThat(second.told).containsExactly("resumed after 2 of 5", "3 of 5", "4 of 5", "5 of 5");
    }

    /** Hours of two days, twelve at a time. */
    @Revision(id = "0009", database = "market", dependsOn = MarketStoryRevisions.Trades.class)
    static final class RefreshHours implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(continuousAggregate("hourly_trades").inSchema("market_data"))
                    .refreshNow(window(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-01-03T00:00:00Z"))
                            .inSteps(hours(12)));
        }
    }

    /** Tells which statements begin, and cuts the run off before one of them. */
    private static final class CuttingOff implements MigrationListener {

        private final int at;
        private final List<String> told = new ArrayList<>();

        CuttingOff(int at) {
            this.at = at;
        }

        @Override
        public void statementStarted(Step step, int number, int total, PlannedStatement statement) {
            if (step.revision().id().equals("0009")) {
                if (number == at) {
                    throw new IllegalStateException("cut off");
                }
                told.add(number + " of " + total);
            }
        }

        @Override
        public void resumed(Step step, int done, int segments) {
            told.add("resumed after " + done + " of " + segments);
        }
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = DATABASE.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
