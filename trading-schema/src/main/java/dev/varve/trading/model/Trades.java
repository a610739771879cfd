package dev.varve.trading.model;

import static dev.varve.dsl.Types.bigint;
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

/** Executed trades, one row per fill. */
@Model(database = TIMESCALE)
public final class Trades extends TimescaleModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Trades TRADES = new Trades();

    /** When. */
    public final transient TableField<Record, OffsetDateTime> timestamp =
            column("timestamp", timestamptz().notNull());

    /** Of what. */
    public final transient TableField<Record, String> symbol =
            column("symbol", varchar(20).notNull());

    /** What it is called. */
    public final transient TableField<Record, Long> tradeId = column("trade_id", bigint().notNull());

    /** For how much. */
    public final transient TableField<Record, BigDecimal> price =
            column("price", money(18, 8).notNull().check(price -> price.gt(ZERO)));

    /** How much. */
    public final transient TableField<Record, BigDecimal> quantity =
            column("quantity", numeric(18, 8).notNull().check(quantity -> quantity.gt(ZERO)));

    /** Whether it bought or sold. */
    public final transient TableField<Record, String> side =
            column("side", varchar(4).notNull().check(side -> side.in("BUY", "SELL")));

    private Trades() {
        super(MARKET_DATA, "trades");
    }

    @Override
    protected TableSpec<?> define(TimescaleTable table) {
        return table.primaryKey("timestamp", "symbol", "trade_id")
                .index("symbol", "timestamp")
                .hypertable(by("timestamp").every(hours(1)), hash("symbol", 4))
                .compress(after(days(7)).segmentBy("symbol").orderBy("timestamp"))
                .retain(days(365));
    }
}
