package dev.varve.trading.model;

import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.asc;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.desc;
import static dev.varve.timescale.Timescale.every;
import static dev.varve.timescale.Timescale.first;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.last;
import static dev.varve.timescale.Timescale.minutes;
import static dev.varve.timescale.Timescale.on;
import static dev.varve.timescale.Timescale.timeBucket;
import static dev.varve.trading.Trading.MARKET_DATA;
import static dev.varve.trading.Trading.TIMESCALE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Model;
import dev.varve.dsl.SchemaModel;
import dev.varve.timescale.CompressionSpec;
import dev.varve.timescale.ContinuousAggregateSpec;
import dev.varve.timescale.model.Interval;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.Select;

/**
 * Candles of a minute, and of these candles of five minutes, an hour and a day, each kept up to date and for longer than the ones below.
 *
 * <p>It shares nothing with the revision that made them, which stays what it was when this changes.
 */
@Model(database = TIMESCALE)
public final class Candles implements SchemaModel {

    private static final Field<OffsetDateTime> TIMESTAMP = field(name("timestamp"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> BUCKET = field(name("bucket"), OffsetDateTime.class);
    private static final Field<String> SYMBOL = field(name("symbol"), String.class);
    private static final Field<BigDecimal> PRICE = number("price");
    private static final Field<BigDecimal> QUANTITY = number("quantity");
    private static final CompressionSpec AFTER_A_WEEK =
            after(days(7)).segmentBy("symbol").orderBy(desc("bucket"));

    /** For the scan of the class path. */
    public Candles() {}

    @Override
    public void declare(Changes schema) {
        schema.create(candles("candles_1m")
                .as(ofTrades(minutes(1)))
                .realTime()
                .chunkInterval(days(1))
                .refresh(
                        every(minutes(1)).from(hours(2)).until(minutes(1)),
                        every(hours(6)).from(days(7)).until(hours(2)))
                .compress(AFTER_A_WEEK)
                .retain(days(365)));
        schema.create(candles("candles_5m")
                .as(ofCandles("candles_1m", minutes(5)))
                .realTime()
                .chunkInterval(days(7))
                .refresh(every(minutes(5)).from(hours(6)).until(minutes(5)))
                .compress(AFTER_A_WEEK)
                .retain(days(730)));
        schema.create(candles("candles_1h")
                .as(ofCandles("candles_5m", hours(1)))
                .realTime()
                .chunkInterval(days(30))
                .refresh(every(hours(1)).from(days(3)).until(hours(1)))
                .compress(after(days(30)).segmentBy("symbol").orderBy(desc("bucket"))));
        schema.create(candles("candles_1d")
                .as(ofCandles("candles_1h", days(1)))
                .chunkInterval(days(365))
                .withoutGroupIndexes()
                .index(on(asc("symbol"), desc("bucket")).named("ix_candles_1d_symbol_bucket"))
                .refresh(every(days(1)).from(days(30)).until(days(1))));
        schema.comment(candles("candles_1d"), "What a chart of years shows.");
    }

    private static ContinuousAggregateSpec candles(String name) {
        return continuousAggregate(name).inSchema(MARKET_DATA);
    }

    private static Field<BigDecimal> number(String column) {
        return field(name(column), BigDecimal.class);
    }

    private static Select<?> ofTrades(Interval width) {
        return select(
                        timeBucket(width, TIMESTAMP).as("bucket"),
                        SYMBOL,
                        first(PRICE, TIMESTAMP).as("open"),
                        max(PRICE).as("high"),
                        min(PRICE).as("low"),
                        last(PRICE, TIMESTAMP).as("close"),
                        sum(QUANTITY).as("volume"),
                        sum(PRICE.mul(QUANTITY)).as("turnover"),
                        count().as("trades"))
                .from(table(name(MARKET_DATA, "trades")))
                .groupBy(timeBucket(width, TIMESTAMP), SYMBOL);
    }

    private static Select<?> ofCandles(String source, Interval width) {
        return select(
                        timeBucket(width, BUCKET).as("bucket"),
                        SYMBOL,
                        first(number("open"), BUCKET).as("open"),
                        max(number("high")).as("high"),
                        min(number("low")).as("low"),
                        last(number("close"), BUCKET).as("close"),
                        sum(number("volume")).as("volume"),
                        sum(number("turnover")).as("turnover"),
                        sum(number("trades")).as("trades"))
                .from(table(name(MARKET_DATA, source)))
                .groupBy(timeBucket(width, BUCKET), SYMBOL);
    }
}
