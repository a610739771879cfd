package dev.varve.trading.model;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.jsonb;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.hash;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.sql;
import static dev.varve.trading.Trading.MARKET_DATA;
import static dev.varve.trading.Trading.TIMESCALE;

import dev.varve.dsl.Model;
import dev.varve.dsl.TableSpec;
import dev.varve.timescale.TimescaleModel;
import dev.varve.timescale.TimescaleTable;
import java.time.OffsetDateTime;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;

/** All offers at a moment. */
@Model(database = TIMESCALE)
public final class OrderBookSnapshots extends TimescaleModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final OrderBookSnapshots ORDER_BOOK_SNAPSHOTS = new OrderBookSnapshots();

    /** When. */
    public final transient TableField<Record, OffsetDateTime> timestamp =
            column("timestamp", timestamptz().notNull());

    /** Of what. */
    public final transient TableField<Record, String> symbol =
            column("symbol", varchar(20).notNull());

    /** Which one of that moment. */
    public final transient TableField<Record, Long> sequence = column("sequence", bigint().notNull());

    /** Who wants to buy. */
    public final transient TableField<Record, JSONB> bids =
            column("bids", jsonb().notNull().defaultTo(sql("'[]'")));

    /** Who wants to sell. */
    public final transient TableField<Record, JSONB> asks =
            column("asks", jsonb().notNull().defaultTo(sql("'[]'")));

    private OrderBookSnapshots() {
        super(MARKET_DATA, "order_book_snapshots");
    }

    @Override
    protected TableSpec<?> define(TimescaleTable table) {
        return table.primaryKey("timestamp", "symbol", "sequence")
                .hypertable(by("timestamp").every(hours(1)), hash("symbol", 4))
                .compress(after(days(1)).segmentBy("symbol").orderBy("timestamp"))
                .retain(days(7));
    }
}
