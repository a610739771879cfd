package dev.varve.trading.postgres;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Postgres.asc;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.bool;
import static dev.varve.dsl.Types.bytea;
import static dev.varve.dsl.Types.character;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.inet;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.jsonb;
import static dev.varve.dsl.Types.money;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.smallint;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.ACCOUNTS;
import static dev.varve.trading.Trading.API_KEYS;
import static dev.varve.trading.Trading.AUTH;
import static dev.varve.trading.Trading.BALANCES;
import static dev.varve.trading.Trading.CURRENCIES;
import static dev.varve.trading.Trading.EXECUTIONS;
import static dev.varve.trading.Trading.INSTRUMENTS;
import static dev.varve.trading.Trading.ORDERS;
import static dev.varve.trading.Trading.ORDER_STATUS;
import static dev.varve.trading.Trading.ORDER_TYPE;
import static dev.varve.trading.Trading.POSITIONS;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.ROLES;
import static dev.varve.trading.Trading.SIDE;
import static dev.varve.trading.Trading.TIME_IN_FORCE;
import static dev.varve.trading.Trading.TRADING;
import static dev.varve.trading.Trading.TRANSFERS;
import static dev.varve.trading.Trading.USERS;
import static java.math.BigDecimal.ZERO;

import dev.varve.dsl.Changes;
import dev.varve.dsl.ColumnSpec;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Who trades, what is traded, and what becomes of it, with the rules that a broker lives by. */
@Revision(id = "20250411_0004", database = POSTGRES, dependsOn = InitPostgres.class)
public final class CreateTradingTables implements Migration {

    @Override
    public void define(Changes changes) {
        auth(changes);
        referenceData(changes);
        accounts(changes);
        orders(changes);
        holdings(changes);
    }

    private static void auth(Changes changes) {
        changes.create(
                USERS.column("id", generatedId())
                        .column("email", varchar(254).notNull().check("email like '%_@_%'"))
                        .column("display_name", varchar(100).notNull())
                        .column("password_hash", text().notNull().comment("Argon2id, with its parameters and salt."))
                        .column("active", bool().notNull().defaultTo(true))
                        .timestamps()
                        .index(on(key(sql("lower(email)"))).unique().named("uq_users_email"))
                        .comment("People and machines that log in."),
                ROLES.column("name", varchar(40).primaryKey())
                        .column("permissions", arrayOf(text()).notNull().defaultTo(sql("'{}'"))),
                table("user_roles")
                        .inSchema(AUTH)
                        .column(
                                "user_id",
                                uuid().notNull()
                                        .references(reference(USERS, "id").onDelete(CASCADE)))
                        .column(
                                "role",
                                varchar(40)
                                        .notNull()
                                        .references(reference(ROLES, "name").onDelete(RESTRICT)))
                        .primaryKey("user_id", "role")
                        .index("role"),
                API_KEYS.column("id", generatedId())
                        .column(
                                "user_id",
                                uuid().notNull()
                                        .references(reference(USERS, "id").onDelete(CASCADE)))
                        .column("name", varchar(100).notNull())
                        .column("key_hash", bytea().notNull().unique().check("octet_length(key_hash) = 32"))
                        .column("scopes", arrayOf(text()).notNull().defaultTo(sql("'{}'")))
                        .column("expires_at", timestamptz())
                        .column("revoked_at", timestamptz())
                        .timestamps()
                        .unique("user_id", "name"),
                table("sessions")
                        .inSchema(AUTH)
                        .column("id", generatedId())
                        .column(
                                "user_id",
                                uuid().notNull()
                                        .references(reference(USERS, "id").onDelete(CASCADE)))
                        .column("address", inet())
                        .column("started_at", timestamptz().notNull().defaultTo(sql("now()")))
                        .column("expires_at", timestamptz().notNull())
                        .check("ck_sessions_order", "expires_at > started_at")
                        .index("user_id")
                        .index("expires_at"));
    }

    private static void referenceData(Changes changes) {
        changes.create(
                CURRENCIES
                        .column("code", varchar(10).primaryKey().check("code = upper(code)"))
                        .column("name", varchar(100).notNull())
                        .column("digits", smallint().notNull().check(digits -> digits.between((short) 0, (short) 18)))
                        .comment("ISO 4217 codes and the usual ones of crypto currencies."),
                INSTRUMENTS
                        .column("id", bigint().identity().primaryKey())
                        .column("symbol", varchar(20).notNull().unique())
                        .column("base_currency", currency())
                        .column("quote_currency", currency())
                        .column("isin", character(12))
                        .column("tick_size", positive(numeric(18, 8)))
                        .column("lot_size", positive(numeric(18, 8)))
                        .column("tradable", bool().notNull().defaultTo(true))
                        .column("details", jsonb().notNull().defaultTo(sql("'{}'")))
                        .timestamps()
                        .check("ck_instruments_pair", "base_currency <> quote_currency")
                        .index(on("details").using("gin")));
    }

    private static void accounts(Changes changes) {
        changes.create(ACCOUNTS.column("id", generatedId())
                .column(
                        "user_id",
                        uuid().notNull().references(reference(USERS, "id").onDelete(RESTRICT)))
                .column("number", varchar(34).notNull().unique())
                .column("base_currency", currency())
                .column("status", varchar(10).notNull().defaultTo("OPEN").check(s -> s.in("OPEN", "FROZEN", "CLOSED")))
                .column("closed_at", timestamptz())
                .timestamps()
                .check("ck_accounts_closed", "(status = 'CLOSED') = (closed_at is not null)")
                .index("user_id"));
    }

    private static void orders(Changes changes) {
        changes.create(
                SIDE.values("BUY", "SELL"),
                ORDER_TYPE.values("MARKET", "LIMIT", "STOP", "STOP_LIMIT"),
                TIME_IN_FORCE.values("DAY", "GTC", "IOC", "FOK"),
                ORDER_STATUS.values("NEW", "PARTIALLY_FILLED", "FILLED", "CANCELED", "REJECTED", "EXPIRED"));
        changes.create(
                ORDERS.column("id", bigint().identity().primaryKey())
                        .column(
                                "account_id",
                                uuid().notNull()
                                        .references(reference(ACCOUNTS, "id").onDelete(RESTRICT)))
                        .column("client_order_id", varchar(36).notNull())
                        .column("instrument_id", instrument())
                        .column("side", enumerated(SIDE).notNull())
                        .column("type", enumerated(ORDER_TYPE).notNull())
                        .column(
                                "time_in_force",
                                enumerated(TIME_IN_FORCE).notNull().defaultTo("DAY"))
                        .column("status", enumerated(ORDER_STATUS).notNull().defaultTo("NEW"))
                        .column("quantity", positive(numeric(18, 8)))
                        .column(
                                "filled_quantity",
                                numeric(18, 8).notNull().defaultTo(ZERO).check(q -> q.ge(ZERO)))
                        .column("open_quantity", numeric(18, 8).generatedAs(sql("quantity - filled_quantity")))
                        .column("price", money(18, 8).check(price -> price.gt(ZERO)))
                        .column("stop_price", money(18, 8).check(price -> price.gt(ZERO)))
                        .column("placed_at", timestamptz().notNull().defaultTo(sql("now()")))
                        .timestamps()
                        .unique("account_id", "client_order_id")
                        .check("ck_orders_limit_has_price", "type not in ('LIMIT', 'STOP_LIMIT') or price is not null")
                        .check(
                                "ck_orders_stop_has_price",
                                "type not in ('STOP', 'STOP_LIMIT') or stop_price is not null")
                        .check("ck_orders_market_has_no_price", "type <> 'MARKET' or price is null")
                        .check("ck_orders_not_overfilled", "filled_quantity <= quantity")
                        .index(on(asc("account_id"), desc("placed_at")))
                        .index(on("instrument_id", "side", "price")
                                .where("status in ('NEW', 'PARTIALLY_FILLED')")
                                .named("ix_orders_book")),
                EXECUTIONS
                        .column("id", bigint().identity().primaryKey())
                        .column(
                                "order_id",
                                bigint().notNull()
                                        .references(reference(ORDERS, "id").onDelete(RESTRICT)))
                        .column("venue", varchar(10).notNull())
                        .column("venue_execution_id", varchar(64).notNull())
                        .column("side", enumerated(SIDE).notNull())
                        .column("quantity", positive(numeric(18, 8)))
                        .column("price", positive(money(18, 8)))
                        .column("fee", money(18, 8).notNull().defaultTo(ZERO))
                        .column("executed_at", timestamptz().notNull())
                        .unique("venue", "venue_execution_id")
                        .index("order_id")
                        .index("executed_at"));
        changes.create(view("open_orders")
                .inSchema(TRADING)
                .as("select o.id, o.account_id, i.symbol, o.side, o.type, o.open_quantity, o.price, o.placed_at"
                        + " from trading.orders o join reference.instruments i on i.id = o.instrument_id"
                        + " where o.status in ('NEW', 'PARTIALLY_FILLED')"));
    }

    private static void holdings(Changes changes) {
        changes.create(
                POSITIONS
                        .column(
                                "account_id",
                                uuid().notNull()
                                        .references(reference(ACCOUNTS, "id").onDelete(RESTRICT)))
                        .column("instrument_id", instrument())
                        .column("quantity", numeric(18, 8).notNull())
                        .column("average_price", money(18, 8).notNull().check(price -> price.ge(ZERO)))
                        .column(
                                "version",
                                integer()
                                        .notNull()
                                        .defaultTo(0)
                                        .comment("Grows with every change, against lost updates."))
                        .timestamps()
                        .primaryKey("account_id", "instrument_id")
                        .index("instrument_id"),
                BALANCES.column(
                                "account_id",
                                uuid().notNull()
                                        .references(reference(ACCOUNTS, "id").onDelete(RESTRICT)))
                        .column("currency", currency())
                        .column(
                                "available",
                                money(18, 8).notNull().defaultTo(ZERO).check(a -> a.ge(ZERO)))
                        .column(
                                "reserved",
                                money(18, 8).notNull().defaultTo(ZERO).check(r -> r.ge(ZERO)))
                        .column("total", money(18, 8).generatedAs(sql("available + reserved")))
                        .timestamps()
                        .primaryKey("account_id", "currency"),
                TRANSFERS
                        .column("id", generatedId())
                        .column(
                                "account_id",
                                uuid().notNull()
                                        .references(reference(ACCOUNTS, "id").onDelete(RESTRICT)))
                        .column("currency", currency())
                        .column("direction", varchar(10).notNull().check(d -> d.in("DEPOSIT", "WITHDRAWAL")))
                        .column("amount", positive(money(18, 8)))
                        .column(
                                "status",
                                varchar(10)
                                        .notNull()
                                        .defaultTo("PENDING")
                                        .check(s -> s.in("PENDING", "SETTLED", "FAILED")))
                        .column("reference", varchar(140))
                        .column("requested_at", timestamptz().notNull().defaultTo(sql("now()")))
                        .column("settled_at", timestamptz())
                        .foreignKey(List.of("account_id", "currency"), reference(BALANCES, "account_id", "currency"))
                        .check("ck_transfers_settled", "(status = 'SETTLED') = (settled_at is not null)")
                        .index("account_id", "requested_at"));
    }

    private static ColumnSpec<UUID> generatedId() {
        return uuid().primaryKey().defaultTo(sql("gen_random_uuid()"));
    }

    private static ColumnSpec<String> currency() {
        return varchar(10).notNull().references(reference(CURRENCIES, "code").onDelete(RESTRICT));
    }

    private static ColumnSpec<Long> instrument() {
        return bigint().notNull().references(reference(INSTRUMENTS, "id").onDelete(RESTRICT));
    }

    private static ColumnSpec<BigDecimal> positive(ColumnSpec<BigDecimal> column) {
        return column.notNull().check(value -> value.gt(ZERO));
    }
}
