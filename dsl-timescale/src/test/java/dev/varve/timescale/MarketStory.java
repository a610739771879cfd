package dev.varve.timescale;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.desc;
import static dev.varve.timescale.Timescale.every;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.minutes;
import static dev.varve.timescale.Timescale.on;
import static dev.varve.timescale.Timescale.schema;
import static dev.varve.timescale.Timescale.table;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import java.util.List;

/** The revisions of a market, and its trades. */
public final class MarketStory {

    static final String DATABASE_NAME = "market";

    static final List<Class<? extends Migration>> REVISIONS =
            List.of(Begin.class, CreateTrades.class, TightenTrades.class, CreateDays.class);

    /** Three symbols, a trade in every minute: the prices are 100, 200 and 300 and the minute of the hour. */
    public static final String TRADES_OF_TWO_DAYS = """
            insert into market_data.trades ("timestamp", symbol, trade_id, price, quantity)
            select timestamptz '2024-01-01 00:00+00' + h * interval '1 hour' + m * interval '1 minute', 'SYM' || s, h * 60 + m,
                100 * s + m, s
            from generate_series(1, 3) s, generate_series(0, 47) h, generate_series(0, 59) m""";

    static final String NEXT_LATE_TRADE =
            "insert into market_data.trades (\"timestamp\", symbol, trade_id, price, quantity)"
                    + " values ('2024-01-01 05:59:30+00', 'SYM2', 999999, 777, 10)";

    private static final TimescaleTable TRADES = table("trades").inSchema("market_data");
    private static final ContinuousAggregateSpec HOURS =
            continuousAggregate("hourly_trades").inSchema("market_data");
    private static final ContinuousAggregateSpec DAYS =
            continuousAggregate("daily_trades").inSchema("market_data");

    private MarketStory() {}

    @Revision(id = "0001", database = DATABASE_NAME)
    static final class Begin implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(extension("timescaledb"), schema("market_data"));
        }
    }

    @Revision(id = "0002", database = DATABASE_NAME, dependsOn = Begin.class)
    static final class CreateTrades implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(TRADES.column("timestamp", timestamptz().notNull())
                    .column("symbol", text().notNull())
                    .column("trade_id", bigint().notNull())
                    .column("price", numeric().notNull())
                    .column("quantity", numeric().notNull())
                    .primaryKey("symbol", "timestamp", "trade_id")
                    .index(on(desc("timestamp")))
                    .hypertable(by("timestamp").every(hours(1)))
                    .compress(after(days(7)).segmentBy("symbol").orderBy("timestamp", "trade_id"))
                    .retain(days(20_000)));
            changes.create(HOURS.as("""
                            select time_bucket(interval '1 hour', t."timestamp") as bucket, t.symbol,
                                first(t.price, t."timestamp") as open, max(t.price) as high, min(t.price) as low,
                                last(t.price, t."timestamp") as close, count(*) as trade_count, sum(t.quantity) as volume
                            from market_data.trades t
                            group by 1, 2""").refresh(every(minutes(5)).from(days(3)).until(hours(1))));
        }
    }

    @Revision(id = "0003", database = DATABASE_NAME, dependsOn = CreateTrades.class)
    static final class TightenTrades implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(TRADES)
                    .addColumn("venue", text().defaultTo("XNAS"))
                    .chunkInterval(hours(1))
                    .compressAfter(days(1))
                    .retain(days(10_000));
        }
    }

    @Revision(id = "0004", database = DATABASE_NAME, dependsOn = TightenTrades.class)
    static final class CreateDays implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(HOURS)
                    .realTime()
                    .refresh(every(minutes(15)).from(days(7)).until(hours(1)));
            changes.create(DAYS.as("""
                            select time_bucket(interval '1 day', h.bucket) as day, h.symbol, sum(h.trade_count) as trade_count,
                                sum(h.volume) as volume
                            from market_data.hourly_trades h
                            group by 1, 2"""));
        }
    }
}
