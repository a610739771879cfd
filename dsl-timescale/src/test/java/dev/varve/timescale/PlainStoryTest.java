package dev.varve.timescale;

import static dev.varve.timescale.MarketStory.DATABASE_NAME;
import static dev.varve.timescale.MarketStory.TRADES_OF_TWO_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.execute.Migrator;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.Operation;
import dev.varve.plan.LossAcceptance;
import dev.varve.plan.ReplayedRevision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import dev.varve.timescale.internal.TimescaleModule;
import dev.varve.timescale.model.TimescaleEdition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same market on a PostgreSQL without TimescaleDB. What is skipped there cannot be read back, so the server is held
 * against what is left of the history.
 */
class PlainStoryTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::embedded);

    private static Environment plain(Environment environment) {
        return TimescaleEdition.plain(environment);
    }

    private static Migrator migrator() {
        return Migrator.builder()
                .database(DATABASE_NAME, DATABASE.dataSource(), PlainStoryTest::plain)
                .migrations(MarketStory.REVISIONS)
                .acceptLoss(LossAcceptance.ALL)
                .build();
    }

    @Test
    void every_revision_goes_up_and_down_and_up() throws SQLException {
        migrator().stamp(DATABASE_NAME, RevisionTarget.BASE); // makes the version store, which stays
        Database empty = read();

        migrator().upgrade();
        assertThat(migrator().check(DATABASE_NAME).findings()).isEmpty();
        Database full = read();
        assertThat(full.size()).isGreaterThan(empty.size());
        migrator().downgrade(RevisionTarget.BASE);
        assertThat(read()).isEqualTo(empty);
        migrator().upgrade();
        assertThat(read()).isEqualTo(full);
    }

    @Test
    void aggregates_are_views_that_are_always_up_to_date() throws SQLException {
        migrator().upgrade();
        DATABASE.get().execute(TRADES_OF_TWO_DAYS);

        assertThat(ask(
                        "select count(*) || ' ' || sum(trade_count) || ' ' || sum(volume) || ' ' || min(open) || ' ' || max(close)"
                                + " from market_data.hourly_trades"))
                .isEqualTo("144 8640 17280 100 359");
        assertThat(ask("select count(*) || ' ' || sum(volume) from market_data.daily_trades"))
                .isEqualTo("6 17280");
    }

    @ParameterizedTest
    @CsvSource({
        "interval '1 hour', timestamptz '2025-03-01 12:34+00', 2025-03-01 12:00:00+00",
        "interval '7 days', timestamptz '2025-03-05 12:34+00', 2025-03-03 00:00:00+00",
        "interval '15 minutes', timestamp '1999-12-31 23:59', 1999-12-31 23:45:00",
        "interval '1 week', date '2025-03-09', 2025-03-03"
    })
    void buckets_begin_where_those_of_timescale_begin(String width, String time, String start) throws SQLException {
        migrator().upgrade();

        assertThat(ask("select timescale_plain.time_bucket(" + width + ", " + time + ")"))
                .isEqualTo(start);
    }

    @Test
    void the_first_and_the_last_are_those_with_a_time() throws SQLException {
        migrator().upgrade();

        assertThat(ask("select concat_ws(' ', timescale_plain.first(v, t), timescale_plain.last(v, t),"
                        + " timescale_plain.first(v, t) filter (where t is null))"
                        + " from (values (1, null), (2, 20), (3, 10), (4, 20), (5, 10)) r(v, t)"))
                .isEqualTo("3 2 1");
    }

    @Test
    void what_is_left_out_is_said_in_words() {
        assertThat(skipped())
                .containsExactly(
                        "extension timescaledb, but for time_bucket, first and last",
                        "hypertable by timestamp every 1 hour of market_data.trades",
                        "compression by symbol of market_data.trades",
                        "compression policy after 7 days of market_data.trades",
                        "retention policy of 20000 days of market_data.trades",
                        "storing continuous aggregate market_data.hourly_trades, which is a plain view",
                        "cut market_data.trades every 1 hour",
                        "give market_data.trades a compression policy after 1 day",
                        "give market_data.trades a retention policy of 10000 days",
                        "let market_data.hourly_trades show what has just come, too",
                        "give market_data.hourly_trades a refresh policy every 15 minutes",
                        "storing continuous aggregate market_data.daily_trades, which is a plain view");
    }

    private static List<String> skipped() {
        List<String> skipped = new ArrayList<>();
        for (String id : List.of("0001", "0002", "0003", "0004")) {
            ReplayedRevision revision = migrator().history().revision(DATABASE_NAME, id);
            Database state = revision.before().on(plain(Environment.NEWEST));
            for (Operation operation : revision.operations()) {
                skipped.addAll(new TimescaleModule().skipped(operation, state));
                state = operation.after(state);
            }
        }
        return skipped;
    }

    private static Database read() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            return Introspector.create().read(connection).database();
        }
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
