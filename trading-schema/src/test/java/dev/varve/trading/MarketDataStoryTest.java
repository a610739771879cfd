package dev.varve.trading;

import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.TIMESCALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.execute.Migrator;
import dev.varve.execute.MigratorBuilder;
import dev.varve.plan.LossAcceptance;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.TimescaleEdition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A day and two hours of ticks of three symbols, as they go through the market data of the platform. */
class MarketDataStoryTest {

    private static final TestServer SERVER = TestServers.timescale();
    private static final Map<String, String> WIDTHS =
            Map.of("candles_1m", "1 minute", "candles_5m", "5 minutes", "candles_1h", "1 hour", "candles_1d", "1 day");
    private static final List<String> BOTTOM_UP = List.of("candles_1m", "candles_5m", "candles_1h", "candles_1d");

    /** A trade of each symbol every twenty seconds, up to yesterday's end; prices and quantities repeat in different rhythms. */
    private static final String TICKS = """
            insert into market_data.trades ("timestamp", symbol, trade_id, price, quantity, side)
            select t, 'SYM' || s, row_number() over (order by t, s), 100 * s + (extract(epoch from t)::bigint / 20 %% 37),
                1 + extract(epoch from t)::bigint / 20 %% 5, case extract(minute from t)::int %% 2 when 0 then 'BUY' else 'SELL' end
            from generate_series(%1$s - interval '26 hours', %1$s - interval '1 second', interval '20 seconds') t,
                generate_series(1, 3) s""";

    private static final String TODAY = "date_trunc('day', now())";

    @RegisterExtension
    static final FreshDatabase MARKET = FreshDatabase.on(() -> SERVER);

    @RegisterExtension
    static final FreshDatabase ACCOUNTS = FreshDatabase.on(() -> SERVER);

    private static MigratorBuilder builder() {
        return Migrator.builder()
                .database(POSTGRES, ACCOUNTS.dataSource())
                .scan("dev.varve.trading")
                .acceptLoss(LossAcceptance.ALL);
    }

    private static void refreshAll() {
        BOTTOM_UP.forEach(candles ->
                MARKET.get().execute("call refresh_continuous_aggregate('market_data." + candles + "', null, null)"));
    }

    @Test
    void ticks_become_candles_which_survive_compression_and_a_way_back() throws SQLException {
        Migrator migrator = builder().database(TIMESCALE, MARKET.dataSource()).build();
        migrator.upgrade();
        MARKET.get().execute("select _timescaledb_functions.stop_background_workers()", TICKS.formatted(TODAY));
        String trades = trades();
        assertThat(trades).startsWith("14040 ");
        assertThat(ask("select count(*) from market_data.candles_1m"))
                .as("candles of a minute show what has just come")
                .isEqualTo("4680");

        refreshAll();
        assertCandlesAreRight();
        MARKET.get()
                .execute(
                        "select compress_chunk(c) from show_chunks('market_data.trades') c",
                        "select compress_chunk(c) from show_chunks('market_data.candles_1m') c");
        assertThat(trades()).isEqualTo(trades);
        assertCandlesAreRight();
        assertThat(ask("select count(distinct range_start) < count(*) from timescaledb_information.chunks"
                        + " where hypertable_name = 'trades'"))
                .as("an hour has a chunk for more than one part of the symbols")
                .isEqualTo("t");

        migrator.downgrade(TIMESCALE, new RevisionTarget("20250411_0003"));
        assertThat(trades()).as("the rows, copied").isEqualTo(trades);
        assertThat(migrator.check(TIMESCALE).findings()).isEmpty();
        migrator.upgrade();
        assertThat(trades()).isEqualTo(trades);
        assertCandlesAreRight();
        assertThat(migrator.check(TIMESCALE).findings()).isEmpty();
    }

    @Test
    void a_late_trade_comes_into_every_candle_above_it() throws SQLException {
        builder().database(TIMESCALE, MARKET.dataSource()).build().upgrade();
        MARKET.get().execute("select _timescaledb_functions.stop_background_workers()", TICKS.formatted(TODAY));
        refreshAll();
        MARKET.get().execute("select compress_chunk(c) from show_chunks('market_data.trades') c", """
                        insert into market_data.trades ("timestamp", symbol, trade_id, price, quantity, side)
                        values (%s - interval '90 minutes', 'SYM2', 999999, 777, 10, 'BUY')""".formatted(TODAY));
        refreshAll();

        assertCandlesAreRight();
        assertThat(ask("select max(high) from market_data.candles_1d where symbol = 'SYM2'"))
                .startsWith("777");
    }

    @Test
    void without_timescaledb_the_candles_are_the_same() throws SQLException {
        builder()
                .database(TIMESCALE, MARKET.dataSource(), TimescaleEdition::plain)
                .build()
                .upgrade();
        MARKET.get().execute(TICKS.formatted(TODAY));

        assertCandlesAreRight();
    }

    private static String trades() throws SQLException {
        return ask(
                "select concat_ws(' ', count(*), sum(price * quantity), sum(hashtext(trade_id || symbol || side)::bigint))"
                        + " from market_data.trades");
    }

    /** Every level is what plain SQL makes of the trades. */
    private static void assertCandlesAreRight() throws SQLException {
        for (Map.Entry<String, String> level : WIDTHS.entrySet()) {
            String differences = ask("""
                    select count(*) from (
                        select date_bin(interval '%s', t."timestamp", timestamptz '2000-01-03 00:00+00') as bucket, symbol,
                            (array_agg(price order by t."timestamp", trade_id))[1] as open, max(price) as high, min(price) as low,
                            (array_agg(price order by t."timestamp" desc, trade_id desc))[1] as close, sum(quantity) as volume,
                            sum(price * quantity) as turnover, count(*) as trades
                        from market_data.trades t group by 1, 2) e
                    full join market_data.%s c on c.bucket = e.bucket and c.symbol = e.symbol
                    where (e.open, e.high, e.low, e.close, e.volume, e.turnover, e.trades)
                        is distinct from (c.open, c.high, c.low, c.close, c.volume, c.turnover, c.trades)""".formatted(level.getValue(), level.getKey()));
            assertThat(differences).as(level.getKey()).isEqualTo("0");
        }
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = MARKET.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
