package dev.varve.timescale;

import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;

import dev.varve.model.Table;
import dev.varve.sql.Query;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.RangeDimension;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.RetentionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tables of ticks and an aggregate of them, in the schema of {@link dev.varve.testing.Trading}. */
public final class Market {

    /** Chunks of an hour along {@code traded}. */
    public static final Hypertable HOURLY_CHUNKS = new Hypertable(new RangeDimension("traded", hours(1)), List.of());

    /** The same, spread by symbol. */
    public static final Hypertable SPREAD =
            new Hypertable(new RangeDimension("traded", hours(1)), List.of(new HashDimension("symbol", 4)));

    /** Compression by symbol, newest first. */
    public static final Compression BY_SYMBOL = Compression.of(List.of("symbol"), List.of(OrderKey.desc("traded")));

    /** Compression of what is a week old. */
    public static final CompressionPolicy WEEKLY = new CompressionPolicy(days(7), Optional.of(hours(1)));

    /** A year. */
    public static final RetentionPolicy YEAR = new RetentionPolicy(days(365), Optional.of(days(1)));

    /** A table of ticks that is nothing but a table. */
    public static final Table PLAIN_TICKS = table(
                    "ticks",
                    column("traded", "timestamptz").notNull(true),
                    column("symbol", "text").notNull(true),
                    column("price", "numeric(18, 8)"),
                    column("note", "text"))
            .plus(primaryKey("pk", "traded", "symbol"));

    /** The same as a hypertable. */
    public static final Table TICKS = PLAIN_TICKS.with(HOURLY_CHUNKS);

    /** The same with everything that a hypertable can have. */
    public static final Table FULL_TICKS =
            PLAIN_TICKS.with(SPREAD).with(BY_SYMBOL).with(WEEKLY).with(YEAR);

    /** The price of each hour. */
    public static final ContinuousAggregate HOURLY = aggregate(
            "hourly",
            "select time_bucket(interval '1 hour', t.traded) as bucket, t.symbol, first(t.price, t.traded) as open, last(t.price, t.traded) as close,"
                    + " count(*) as trade_count from trading.ticks t group by bucket, t.symbol");

    /** The price of each day, made of those of the hours. */
    public static final ContinuousAggregate DAILY = aggregate(
            "daily",
            "select time_bucket(interval '1 day', h.bucket) as day, h.symbol, first(h.open, h.bucket) as open, sum(h.trade_count) as trade_count"
                    + " from trading.hourly h group by day, h.symbol");

    /** Two symbols, every ten minutes of five hours. */
    public static final String ROWS = "insert into trading.ticks (traded, symbol, price, note) select t, s, 1, 'x'"
            + " from generate_series(timestamptz '2025-01-01 00:00+00', '2025-01-01 04:59+00', interval '10 minutes') t,"
            + " (values ('BTC'), ('ETH')) v(s)";

    private Market() {}

    /** So many hours. */
    public static Interval hours(long count) {
        return Interval.of(Duration.ofHours(count));
    }

    /** So many days. */
    public static Interval days(long count) {
        return Interval.of(Duration.ofDays(count));
    }

    /** An aggregate of the schema, with a policy and chunks of ten hours. */
    public static ContinuousAggregate aggregate(String name, String query) {
        return new ContinuousAggregate(
                name(name),
                new Query(query),
                true,
                Optional.of(hours(10)),
                Optional.of(new RefreshPolicy(
                        Interval.of(Duration.ofMinutes(5)), Optional.of(days(3)), Optional.of(hours(1)))));
    }
}
