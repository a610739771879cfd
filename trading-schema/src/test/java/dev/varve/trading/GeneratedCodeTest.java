package dev.varve.trading;

import static dev.varve.trading.generated.postgres.auth.tables.Users.USERS;
import static dev.varve.trading.generated.postgres.reference.tables.Currencies.CURRENCIES;
import static dev.varve.trading.generated.postgres.reference.tables.Instruments.INSTRUMENTS;
import static dev.varve.trading.generated.postgres.trading.tables.Accounts.ACCOUNTS;
import static dev.varve.trading.generated.postgres.trading.tables.Orders.ORDERS;
import static dev.varve.trading.generated.timescale.MarketData.MARKET_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.TypeName;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import dev.varve.trading.generated.postgres.trading.enums.OrderType;
import dev.varve.trading.generated.postgres.trading.enums.Side;
import dev.varve.trading.generated.postgres.trading.tables.records.AccountsRecord;
import dev.varve.trading.generated.postgres.trading.tables.records.OrdersRecord;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code that the build has generated of the revisions, without a database, used on one. */
class GeneratedCodeTest {

    @RegisterExtension
    static final FreshDatabase ORDERS_DATABASE = FreshDatabase.on(TestServers::postgres);

    @RegisterExtension
    static final FreshDatabase MARKET_DATABASE = FreshDatabase.on(TestServers::timescale);

    private static DSLContext upgraded(FreshDatabase at) {
        return new Platform(ORDERS_DATABASE, MARKET_DATABASE).upgraded(at);
    }

    @Test
    void records_are_stored_and_queries_follow_the_keys() {
        DSLContext db = upgraded(ORDERS_DATABASE);
        place(db);

        assertThat(db.select(ORDERS.accounts().users().EMAIL, ORDERS.SIDE, ORDERS.OPEN_QUANTITY)
                        .from(ORDERS)
                        .where(ORDERS.SIDE.eq(Side.BUY))
                        .fetchSingle()
                        .intoList())
                .containsExactly("ann@example.org", Side.BUY, new BigDecimal("2.00000000"));
        assertThat(db.fetchCount(USERS.join(ACCOUNTS).onKey(ACCOUNTS.USER_ID))).isEqualTo(1);
    }

    private static void place(DSLContext db) {
        db.insertInto(CURRENCIES, CURRENCIES.CODE, CURRENCIES.NAME, CURRENCIES.DIGITS)
                .values("EUR", "Euro", (short) 2)
                .values("BTC", "Bitcoin", (short) 8)
                .execute();
        UUID user = db.insertInto(USERS, USERS.EMAIL, USERS.DISPLAY_NAME, USERS.PASSWORD_HASH)
                .values("ann@example.org", "Ann", "$argon2id$")
                .returning(USERS.ID)
                .fetchSingle()
                .getId();
        AccountsRecord account = db.newRecord(ACCOUNTS);
        account.setUserId(user);
        account.setNumber("A-1");
        account.setBaseCurrency("EUR");
        account.store();
        OrdersRecord order = db.newRecord(ORDERS);
        order.setAccountId(account.getId());
        order.setClientOrderId("1");
        order.setInstrumentId(instrument(db));
        order.setSide(Side.BUY);
        order.setType(OrderType.MARKET);
        order.setQuantity(BigDecimal.valueOf(2));
        order.store();
    }

    private static Long instrument(DSLContext db) {
        return db.insertInto(INSTRUMENTS)
                .set(INSTRUMENTS.SYMBOL, "BTC-EUR")
                .set(INSTRUMENTS.BASE_CURRENCY, "BTC")
                .set(INSTRUMENTS.QUOTE_CURRENCY, "EUR")
                .set(INSTRUMENTS.TICK_SIZE, BigDecimal.ONE)
                .set(INSTRUMENTS.LOT_SIZE, BigDecimal.ONE)
                .returning()
                .fetchSingle()
                .getId();
    }

    /** Nobody declares the columns of continuous aggregates and views: the generator knows them by their queries. */
    @Test
    void columns_have_the_types_of_the_server() {
        DSLContext db = upgraded(MARKET_DATABASE);

        Map<String, String> generated = new TreeMap<>();
        MARKET_DATA
                .getTables()
                .forEach(table -> Stream.of(table.fields())
                        .forEach(field -> generated.put(
                                table.getName() + '.' + field.getName(),
                                TypeName.of(field.getDataType().getCastTypeName(db.configuration()))
                                        .unmodified()
                                        .sql())));
        Map<String, String> live = new TreeMap<>();
        db.fetch(
                        "select table_name, column_name, data_type from information_schema.columns where table_schema = 'market_data'")
                .forEach(row -> live.put(
                        row.get(0, String.class) + '.' + row.get(1),
                        TypeName.of(row.get(2, String.class)).sql()));
        assertThat(generated).hasSizeGreaterThan(50).isEqualTo(live);
    }
}
