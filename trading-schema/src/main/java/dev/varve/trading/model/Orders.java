package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Postgres.asc;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.money;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.ORDER_STATUS;
import static dev.varve.trading.Trading.ORDER_TYPE;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.SIDE;
import static dev.varve.trading.Trading.TIME_IN_FORCE;
import static dev.varve.trading.Trading.TRADING;
import static dev.varve.trading.model.Accounts.ACCOUNTS;
import static dev.varve.trading.model.Instruments.INSTRUMENTS;
import static java.math.BigDecimal.ZERO;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;

/** What users want to trade. */
@Model(database = POSTGRES)
public final class Orders extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Orders ORDERS = new Orders();

    /** What everything else calls it. */
    public final transient TableField<Record, Long> id =
            column("id", bigint().identity().primaryKey());

    /** For whom. */
    public final transient TableField<Record, UUID> accountId =
            column("account_id", uuid().notNull().references(ACCOUNTS.id, r -> r.onDelete(RESTRICT)));

    /** What its user calls it. */
    public final transient TableField<Record, String> clientOrderId =
            column("client_order_id", varchar(36).notNull());

    /** What. */
    public final transient TableField<Record, Long> instrumentId =
            column("instrument_id", bigint().notNull().references(INSTRUMENTS.id, r -> r.onDelete(RESTRICT)));

    /** Whether it buys or sells. */
    public final transient TableField<Record, String> side =
            column("side", enumerated(SIDE).notNull());

    /** How it is priced. */
    public final transient TableField<Record, String> type =
            column("type", enumerated(ORDER_TYPE).notNull());

    /** How long it stands. */
    public final transient TableField<Record, String> timeInForce =
            column("time_in_force", enumerated(TIME_IN_FORCE).notNull().defaultTo("DAY"));

    /** What has become of it. */
    public final transient TableField<Record, String> status =
            column("status", enumerated(ORDER_STATUS).notNull().defaultTo("NEW"));

    /** How much. */
    public final transient TableField<Record, BigDecimal> quantity =
            column("quantity", numeric(18, 8).notNull().check(value -> value.gt(ZERO)));

    /** How much of it is done. */
    public final transient TableField<Record, BigDecimal> filledQuantity =
            column("filled_quantity", numeric(18, 8).notNull().defaultTo(ZERO).check(q -> q.ge(ZERO)));

    /** How much is not. */
    public final transient TableField<Record, BigDecimal> openQuantity =
            column("open_quantity", numeric(18, 8).generatedAs(sql("quantity - filled_quantity")));

    /** For how much at most or least. */
    public final transient TableField<Record, BigDecimal> price =
            column("price", money(18, 8).check(price -> price.gt(ZERO)));

    /** From which price on. */
    public final transient TableField<Record, BigDecimal> stopPrice =
            column("stop_price", money(18, 8).check(price -> price.gt(ZERO)));

    /** Since when. */
    public final transient TableField<Record, OffsetDateTime> placedAt =
            column("placed_at", timestamptz().notNull().defaultTo(sql("now()")));

    /** When the row came. */
    public final transient TableField<Record, OffsetDateTime> createdAt =
            given("created_at", timestamptz().notNull());

    /** When it changed for the last time. */
    public final transient TableField<Record, OffsetDateTime> updatedAt =
            given("updated_at", timestamptz().notNull());

    private Orders() {
        super(TRADING, "orders");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.timestamps()
                .unique("account_id", "client_order_id")
                .check("ck_orders_limit_has_price", "type not in ('LIMIT', 'STOP_LIMIT') or price is not null")
                .check("ck_orders_stop_has_price", "type not in ('STOP', 'STOP_LIMIT') or stop_price is not null")
                .check("ck_orders_market_has_no_price", "type <> 'MARKET' or price is null")
                .check("ck_orders_not_overfilled", "filled_quantity <= quantity")
                .index(on(asc("account_id"), desc("placed_at")))
                .index(on("instrument_id", "side", "price")
                        .where("status in ('NEW', 'PARTIALLY_FILLED')")
                        .named("ix_orders_book"));
    }
}
