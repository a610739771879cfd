package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.money;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.trading.Trading.POSTGRES;
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

/** What an account holds of an instrument. */
@Model(database = POSTGRES)
public final class Positions extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Positions POSITIONS = new Positions();

    /** Who. */
    public final transient TableField<Record, UUID> accountId =
            column("account_id", uuid().notNull().references(ACCOUNTS.id, r -> r.onDelete(RESTRICT)));

    /** What. */
    public final transient TableField<Record, Long> instrumentId =
            column("instrument_id", bigint().notNull().references(INSTRUMENTS.id, r -> r.onDelete(RESTRICT)));

    /** How much. */
    public final transient TableField<Record, BigDecimal> quantity =
            column("quantity", numeric(18, 8).notNull());

    /** What it cost on the average. */
    public final transient TableField<Record, BigDecimal> averagePrice =
            column("average_price", money(18, 8).notNull().check(price -> price.ge(ZERO)));

    /** How often it has changed. */
    public final transient TableField<Record, Integer> version = column(
            "version", integer().notNull().defaultTo(0).comment("Grows with every change, against lost updates."));

    /** When the row came. */
    public final transient TableField<Record, OffsetDateTime> createdAt =
            given("created_at", timestamptz().notNull());

    /** When it changed for the last time. */
    public final transient TableField<Record, OffsetDateTime> updatedAt =
            given("updated_at", timestamptz().notNull());

    private Positions() {
        super(TRADING, "positions");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.timestamps().primaryKey("account_id", "instrument_id").index("instrument_id");
    }
}
