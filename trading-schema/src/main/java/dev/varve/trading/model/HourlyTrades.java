package dev.varve.trading.model;

import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.every;
import static dev.varve.timescale.Timescale.first;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.last;
import static dev.varve.timescale.Timescale.minutes;
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
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Field;

/** The trades of each hour. It shares nothing with the revision that made them, which stays what it was when this changes. */
@Model(database = TIMESCALE)
public final class HourlyTrades implements SchemaModel {

    private static final Field<OffsetDateTime> TIMESTAMP = field(name("timestamp"), OffsetDateTime.class);
    private static final Field<String> SYMBOL = field(name("symbol"), String.class);
    private static final Field<BigDecimal> PRICE = field(name("price"), BigDecimal.class);
    private static final Field<BigDecimal> QUANTITY = field(name("quantity"), BigDecimal.class);
    private static final Field<OffsetDateTime> BUCKET = field(name("bucket"), OffsetDateTime.class);

    /** For the scan of the class path. */
    public HourlyTrades() {}

    @Override
    public void declare(Changes schema) {
        schema.create(continuousAggregate("hourly_trades")
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
                        .from(table(name(MARKET_DATA, "trades")))
                        .groupBy(BUCKET, SYMBOL))
                .refresh(every(minutes(5)).from(hours(3)).until(minutes(1))));
    }
}
