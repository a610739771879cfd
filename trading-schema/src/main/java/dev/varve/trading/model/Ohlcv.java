package dev.varve.trading.model;

import static dev.varve.dsl.Types.money;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.days;
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

/** Candles that others have computed. */
@Model(database = TIMESCALE)
public final class Ohlcv extends TimescaleModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Ohlcv OHLCV = new Ohlcv();

    /** When. */
    public final transient TableField<Record, OffsetDateTime> timestamp =
            column("timestamp", timestamptz().notNull());

    /** Of what. */
    public final transient TableField<Record, String> symbol =
            column("symbol", varchar(20).notNull());

    /** How long it is. */
    public final transient TableField<Record, String> interval =
            column("interval", varchar(3).notNull().check(i -> i.in("1m", "5m", "15m", "1h", "4h", "1d")));

    /** The first price. */
    public final transient TableField<Record, BigDecimal> open =
            column("open", money(18, 8).notNull());

    /** The highest price. */
    public final transient TableField<Record, BigDecimal> high =
            column("high", money(18, 8).notNull());

    /** The lowest price. */
    public final transient TableField<Record, BigDecimal> low =
            column("low", money(18, 8).notNull());

    /** The last price. */
    public final transient TableField<Record, BigDecimal> close =
            column("close", money(18, 8).notNull());

    /** How much was traded. */
    public final transient TableField<Record, BigDecimal> volume =
            column("volume", numeric(24, 8).notNull().check(volume -> volume.ge(ZERO)));

    private Ohlcv() {
        super(MARKET_DATA, "ohlcv");
    }

    @Override
    protected TableSpec<?> define(TimescaleTable table) {
        return table.primaryKey("timestamp", "symbol", "interval")
                .check("ck_ohlcv_high", "high >= greatest(open, close, low)")
                .check("ck_ohlcv_low", "low <= least(open, close, high)")
                .hypertable(by("timestamp").every(days(7)))
                .compress(after(days(30)).segmentBy("symbol", "interval").orderBy("timestamp"));
    }
}
