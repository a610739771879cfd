package dev.varve.timescale;

import static dev.varve.timescale.MarketStory.DATABASE_NAME;
import static dev.varve.timescale.MarketStory.NEXT_LATE_TRADE;
import static dev.varve.timescale.MarketStory.TRADES_OF_TWO_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.execute.Migrator;
import dev.varve.plan.LossAcceptance;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A market from its first revision to its last and back, with rows, on a server with TimescaleDB. */
class MarketStoryTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private static Migrator migrator() {
        return Migrator.builder()
                .database(DATABASE_NAME, DATABASE.dataSource())
                .migrations(MarketStory.REVISIONS)
                .acceptLoss(LossAcceptance.ALL)
                .build();
    }

    @Test
    void ticks_are_bucketed_compressed_and_corrected() throws SQLException {
        migrator().upgrade();
        DATABASE.get().execute(TRADES_OF_TWO_DAYS, refresh("null, null"));
        assertThat(ask(
                        "select count(*) || ' ' || sum(trade_count) || ' ' || sum(volume) || ' ' || min(open) || ' ' || max(close)"
                                + " from market_data.hourly_trades"))
                .isEqualTo("144 8640 17280 100 359");
        assertThat(ask(
                        "select concat_ws(' ', open, high, low, close, trade_count, volume) from market_data.hourly_trades"
                                + " where bucket = '2024-01-01 05:00+00' and symbol = 'SYM2'"))
                .isEqualTo("200 259 200 259 60 120");
        assertThat(ask("select count(*) from show_chunks('market_data.trades')"))
                .isEqualTo("48");

        DATABASE.get().execute("select compress_chunk(c) from show_chunks('market_data.trades') c", NEXT_LATE_TRADE);
        DATABASE.get().execute(refresh("'2024-01-01 05:00+00', '2024-01-01 07:00+00'"));
        assertThat(ask("select concat_ws(' ', high, close, trade_count, volume) from market_data.hourly_trades"
                        + " where bucket = '2024-01-01 05:00+00' and symbol = 'SYM2'"))
                .isEqualTo("777 777 61 130");
        assertThat(ask("select concat_ws(' ', sum(d.trade_count), sum(d.volume)) from market_data.daily_trades d"))
                .as("the days were computed when they were made, before there was a trade")
                .isEmpty();
    }

    private static String refresh(String window) {
        return "call refresh_continuous_aggregate('market_data.hourly_trades', " + window + ")";
    }

    @Test
    void every_revision_goes_up_and_down_and_up_with_rows() throws SQLException {
        Migrator migrator = migrator();
        migrator.stamp(DATABASE_NAME, RevisionTarget.BASE); // makes the version store, which stays
        Optional<String> empty = DATABASE.get().dump();
        assertAsTheHistorySays(migrator);

        migrator.upgrade();
        assertAsTheHistorySays(migrator);
        Optional<String> full = DATABASE.get().dump();
        DATABASE.get().execute(TRADES_OF_TWO_DAYS, refresh("null, null"));
        DATABASE.get().execute("select compress_chunk(c) from show_chunks('market_data.trades') c");

        migrator.downgrade(DATABASE_NAME, new RevisionTarget("0003"));
        assertAsTheHistorySays(migrator);
        migrator.upgrade();
        assertThat(ask("select sum(trade_count) from market_data.daily_trades"))
                .as("an aggregate that a revision makes is computed at once")
                .isEqualTo("8640");
        assertAsTheHistorySays(migrator);
        assertThat(DATABASE.get().dump()).isEqualTo(full);

        migrator.downgrade(RevisionTarget.BASE);
        assertAsTheHistorySays(migrator);
        assertThat(DATABASE.get().dump()).isEqualTo(empty);
        migrator.upgrade();
        assertThat(DATABASE.get().dump()).isEqualTo(full);
        assertAsTheHistorySays(migrator);
    }

    private static void assertAsTheHistorySays(Migrator migrator) {
        assertThat(migrator.check(DATABASE_NAME).findings()).isEmpty();
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Optional.ofNullable(row.getString(1)).orElse("");
        }
    }
}
