package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Types.money;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.TRADING;
import static dev.varve.trading.model.Accounts.ACCOUNTS;
import static dev.varve.trading.model.Currencies.CURRENCIES;
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

/** What an account holds of a currency. */
@Model(database = POSTGRES)
public final class Balances extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Balances BALANCES = new Balances();

    /** Who. */
    public final transient TableField<Record, UUID> accountId =
            column("account_id", uuid().notNull().references(ACCOUNTS.id, r -> r.onDelete(RESTRICT)));

    /** Of what. */
    public final transient TableField<Record, String> currency =
            column("currency", varchar(10).notNull().references(CURRENCIES.code, r -> r.onDelete(RESTRICT)));

    /** What can be spent. */
    public final transient TableField<Record, BigDecimal> available =
            column("available", money(18, 8).notNull().defaultTo(ZERO).check(a -> a.ge(ZERO)));

    /** What orders hold. */
    public final transient TableField<Record, BigDecimal> reserved =
            column("reserved", money(18, 8).notNull().defaultTo(ZERO).check(r -> r.ge(ZERO)));

    /** Both. */
    public final transient TableField<Record, BigDecimal> total =
            column("total", money(18, 8).generatedAs(sql("available + reserved")));

    /** When the row came. */
    public final transient TableField<Record, OffsetDateTime> createdAt =
            given("created_at", timestamptz().notNull());

    /** When it changed for the last time. */
    public final transient TableField<Record, OffsetDateTime> updatedAt =
            given("updated_at", timestamptz().notNull());

    private Balances() {
        super(TRADING, "balances");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.timestamps().primaryKey("account_id", "currency");
    }
}
