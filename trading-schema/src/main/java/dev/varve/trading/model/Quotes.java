package dev.varve.trading.model;

import static dev.varve.dsl.Types.money;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.hash;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.trading.Trading.MARKET_DATA;
import static dev.varve.trading.Trading.TIMESCALE;
import static java.math.BigDecimal.ZERO;

import dev.varve.dsl.Model;
import dev.varve.dsl.TableSpec;
import dev.varve.timescale.TimescaleModel;
import dev.varve.timescale.TimescaleTable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Record;
import org.jooq.TableField;

/** The best offers of a venue. */
@Model(database = TIMESCALE)
public final class Quotes extends TimescaleModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Quotes QUOTES = new Quotes();

    /** When. */
    public final transient TableField<Record, OffsetDateTime> timestamp =
            column("timestamp", timestamptz().notNull());

    /** Of what. */
    public final transient TableField<Record, String> symbol =
            column("symbol", varchar(20).notNull());

    /** Where. */
    public final transient TableField<Record, String> venue =
            column("venue", varchar(10).notNull());

    /** The price of the bid. */
    public final transient TableField<Record, BigDecimal> bidPrice =
            column("bid_price", money(18, 8).check(price -> price.gt(ZERO)));

    /** The quantity of the bid. */
    public final transient TableField<Record, BigDecimal> bidQuantity =
            column("bid_quantity", numeric(18, 8).check(quantity -> quantity.ge(ZERO)));

    /** The price of the ask. */
    public final transient TableField<Record, BigDecimal> askPrice =
            column("ask_price", money(18, 8).check(price -> price.gt(ZERO)));

    /** The quantity of the ask. */
    public final transient TableField<Record, BigDecimal> askQuantity =
            column("ask_quantity", numeric(18, 8).check(quantity -> quantity.ge(ZERO)));

    private Quotes() {
        super(MARKET_DATA, "quotes");
    }

    @Override
    protected TableSpec<?> define(TimescaleTable table) {
        return table.index("symbol", "timestamp")
                .hypertable(by("timestamp").every(hours(1)), hash("symbol", 4))
                .compress(after(days(1)).segmentBy("symbol", "venue").orderBy("timestamp"))
                .retain(days(30));
    }
}
