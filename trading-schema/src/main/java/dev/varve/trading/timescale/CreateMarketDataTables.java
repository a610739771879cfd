package dev.varve.trading.timescale;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.jsonb;
import static dev.varve.dsl.Types.money;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.every;
import static dev.varve.timescale.Timescale.first;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.last;
import static dev.varve.timescale.Timescale.minutes;
import static dev.varve.timescale.Timescale.sql;
import static dev.varve.timescale.Timescale.table;
import static dev.varve.timescale.Timescale.timeBucket;
import static dev.varve.trading.Trading.MARKET_DATA;
import static dev.varve.trading.Trading.TIMESCALE;
import static java.math.BigDecimal.ZERO;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Trades, quotes, order book snapshots and candles, and the trades of each hour. */
@Revision(id = "20250411_0003", database = TIMESCALE, dependsOn = InitTimescale.class)
public final class CreateMarketDataTables implements Migration {

    private static final Table<Record> TRADES = DSL.table(name(MARKET_DATA, "trades"));
    private static final Field<OffsetDateTime> TIMESTAMP = field(name("timestamp"), OffsetDateTime.class);
    private static final Field<String> SYMBOL = field(name("symbol"), String.class);
    private static final Field<BigDecimal> PRICE = field(name("price"), BigDecimal.class);
    private static final Field<BigDecimal> QUANTITY = field(name("quantity"), BigDecimal.class);
    private static final Field<OffsetDateTime> BUCKET = field(name("bucket"), OffsetDateTime.class);

    @Override
    public void define(Changes changes) {
        changes.create(table("trades")
                .inSchema(MARKET_DATA)
                .column("timestamp", timestamptz().notNull())
                .column("symbol", varchar(20).notNull())
                .column("trade_id", bigint().notNull())
                .column("price", money(18, 8).notNull().check(price -> price.gt(ZERO)))
                .column("quantity", numeric(18, 8).notNull().check(quantity -> quantity.gt(ZERO)))
                .column("side", varchar(4).notNull().check(side -> side.in("BUY", "SELL")))
                .primaryKey("timestamp", "symbol", "trade_id")
                .index("symbol", "timestamp")
                .hypertable(by("timestamp").every(hours(1)))
                .compress(after(days(7)).segmentBy("symbol").orderBy("timestamp"))
                .retain(days(365)));

        changes.create(table("quotes")
                .inSchema(MARKET_DATA)
                .column("timestamp", timestamptz().notNull())
                .column("symbol", varchar(20).notNull())
                .column("venue", varchar(10).notNull())
                .column("bid_price", money(18, 8).check(price -> price.gt(ZERO)))
                .column("bid_quantity", numeric(18, 8).check(quantity -> quantity.ge(ZERO)))
                .column("ask_price", money(18, 8).check(price -> price.gt(ZERO)))
                .column("ask_quantity", numeric(18, 8).check(quantity -> quantity.ge(ZERO)))
                .index("symbol", "timestamp")
                .hypertable(by("timestamp").every(hours(1)))
                .compress(after(days(1)).segmentBy("symbol", "venue").orderBy("timestamp"))
                .retain(days(30)));

        changes.create(table("order_book_snapshots")
                .inSchema(MARKET_DATA)
                .column("timestamp", timestamptz().notNull())
                .column("symbol", varchar(20).notNull())
                .column("sequence", bigint().notNull())
                .column("bids", jsonb().notNull().defaultTo(sql("'[]'")))
                .column("asks", jsonb().notNull().defaultTo(sql("'[]'")))
                .primaryKey("timestamp", "symbol", "sequence")
                .hypertable(by("timestamp").every(hours(1)))
                .compress(after(days(1)).segmentBy("symbol").orderBy("timestamp"))
                .retain(days(7)));

        changes.create(table("ohlcv")
                .inSchema(MARKET_DATA)
                .column("timestamp", timestamptz().notNull())
                .column("symbol", varchar(20).notNull())
                .column("interval", varchar(3).notNull().check(i -> i.in("1m", "5m", "15m", "1h", "4h", "1d")))
                .column("open", money(18, 8).notNull())
                .column("high", money(18, 8).notNull())
                .column("low", money(18, 8).notNull())
                .column("close", money(18, 8).notNull())
                .column("volume", numeric(24, 8).notNull().check(volume -> volume.ge(ZERO)))
                .primaryKey("timestamp", "symbol", "interval")
                .check("ck_ohlcv_high", "high >= greatest(open, close, low)")
                .check("ck_ohlcv_low", "low <= least(open, close, high)")
                .hypertable(by("timestamp").every(days(7)))
                .compress(after(days(30)).segmentBy("symbol", "interval").orderBy("timestamp")));

        changes.create(continuousAggregate("hourly_trades")
                .inSchema(MARKET_DATA)
                .as(select(
                                timeBucket(hours(1), TIMESTAMP).as("bucket"),
                                SYMBOL,
                                first(PRICE, TIMESTAMP).as("open_price"),
                                max(PRICE).as("high_price"),
                                min(PRICE).as("low_price"),
                                last(PRICE, TIMESTAMP).as("close_price"),
                                sum(QUANTITY).as("volume"),
                                count().as("trade_count"))
                        .from(TRADES)
                        .groupBy(BUCKET, SYMBOL))
                .refresh(every(minutes(5)).from(hours(3)).until(minutes(1))));
    }
}
