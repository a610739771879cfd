package dev.varve.trading;

import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.TIMESCALE;
import static dev.varve.trading.model.Accounts.ACCOUNTS;
import static dev.varve.trading.model.Balances.BALANCES;
import static dev.varve.trading.model.Currencies.CURRENCIES;
import static dev.varve.trading.model.Trades.TRADES;
import static dev.varve.trading.model.Transfers.TRANSFERS;
import static dev.varve.trading.model.Users.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import dev.varve.timescale.Timescale;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models of the platform: they are what its history leads to, and tables of jOOQ. */
class ModelsTest {

    @RegisterExtension
    static final FreshDatabase ORDERS_DATABASE = FreshDatabase.on(TestServers::postgres);

    @RegisterExtension
    static final FreshDatabase MARKET_DATABASE = FreshDatabase.on(TestServers::timescale);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine(folder)
                .execute(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Map.of(
                                "VARVE_POSTGRES_URL",
                                ORDERS_DATABASE.url(),
                                "VARVE_TIMESCALE_URL",
                                MARKET_DATABASE.url()),
                        arguments);
    }

    private static DSLContext upgraded(FreshDatabase at) {
        return new Platform(ORDERS_DATABASE, MARKET_DATABASE).upgraded(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, TIMESCALE})
    void the_models_are_what_the_history_leads_to(String database) {
        int code = run("check", "--against", "models", "-d", database);

        assertThat(out.toString() + err).contains("models");
        assertThat(code).as("%s%s", out, err).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, TIMESCALE})
    void there_is_nothing_to_write(String database) {
        run("revision", "-a", "-m", "Nothing", "-d", database, "--sources", folder.toString());

        assertThat(folder.toFile().listFiles()).as("%s%s", out, err).isEmpty();
    }

    @Test
    void check_finds_models_history_and_databases_agreed() {
        assertThat(run("upgrade")).as("%s%s", out, err).isZero();

        assertThat(run("check")).as("%s%s", out, err).isZero();
    }

    /** What TimescaleDB makes for itself is nobody's to drop. */
    @ParameterizedTest
    @ValueSource(strings = {POSTGRES, TIMESCALE})
    void there_is_nothing_to_write_of_live_databases_either(String database) {
        assertThat(run("upgrade")).as("%s%s", out, err).isZero();

        run("revision", "-a", "--from-database", "-m", "Nothing", "-d", database, "--sources", folder.toString());

        assertThat(folder.toFile().listFiles()).as("%s%s", out, err).isEmpty();
        assertThat(out.toString()).contains("othing");
    }

    @Test
    void models_join_by_their_keys() {
        DSLContext db = upgraded(ORDERS_DATABASE);
        db.insertInto(CURRENCIES, CURRENCIES.code, CURRENCIES.name, CURRENCIES.digits)
                .values("EUR", "Euro", (short) 2)
                .execute();
        UUID user = db.insertInto(USERS, USERS.email, USERS.displayName, USERS.passwordHash)
                .values("ann@example.org", "Ann", "$argon2id$")
                .returning(USERS.id)
                .fetchSingle(USERS.id);
        UUID account = db.insertInto(ACCOUNTS, ACCOUNTS.userId, ACCOUNTS.number, ACCOUNTS.baseCurrency)
                .values(user, "A-1", "EUR")
                .returning(ACCOUNTS.id)
                .fetchSingle(ACCOUNTS.id);
        db.insertInto(BALANCES, BALANCES.accountId, BALANCES.currency, BALANCES.available)
                .values(account, "EUR", BigDecimal.TEN)
                .execute();

        assertThat(db.select(USERS.email, ACCOUNTS.status, BALANCES.total)
                        .from(BALANCES)
                        .join(ACCOUNTS)
                        .onKey(BALANCES.accountId)
                        .join(USERS)
                        .onKey(ACCOUNTS.userId)
                        .fetchSingle()
                        .intoList())
                .containsExactly("ann@example.org", "OPEN", new BigDecimal("10.00000000"));
        assertThat(db.select(ACCOUNTS.updatedAt).from(ACCOUNTS).fetchSingle().value1())
                .isNotNull();
        assertThat(TRANSFERS.getReferencesTo(ACCOUNTS)).hasSize(1);
    }

    @Test
    void a_hypertable_is_a_table_of_jooq() {
        DSLContext db = upgraded(MARKET_DATABASE);
        OffsetDateTime time = OffsetDateTime.parse("2025-04-11T10:00:00Z");
        for (long i = 0; i < 4; i++) {
            db.insertInto(
                            TRADES,
                            TRADES.timestamp,
                            TRADES.symbol,
                            TRADES.tradeId,
                            TRADES.price,
                            TRADES.quantity,
                            TRADES.side)
                    .values(time.plusMinutes(20 * i), "BTC", i, BigDecimal.valueOf(100 + i), BigDecimal.ONE, "BUY")
                    .execute();
        }

        var hour = Timescale.timeBucket(Timescale.hours(1), TRADES.timestamp);
        assertThat(db.select(count(), sum(TRADES.quantity), Timescale.last(TRADES.price, TRADES.timestamp))
                        .from(TRADES)
                        .where(TRADES.symbol.eq("BTC"))
                        .groupBy(hour)
                        .orderBy(hour)
                        .fetch(record -> record.get(0)))
                .containsExactly(3, 1);
    }
}
