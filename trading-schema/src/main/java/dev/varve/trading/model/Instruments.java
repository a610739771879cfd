package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.bool;
import static dev.varve.dsl.Types.character;
import static dev.varve.dsl.Types.jsonb;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.REFERENCE;
import static dev.varve.trading.model.Currencies.CURRENCIES;
import static java.math.BigDecimal.ZERO;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;

/** What is traded. */
@Model(database = POSTGRES)
public final class Instruments extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Instruments INSTRUMENTS = new Instruments();

    /** What everything else calls it. */
    public final transient TableField<Record, Long> id =
            column("id", bigint().identity().primaryKey());

    /** What traders call it. */
    public final transient TableField<Record, String> symbol =
            column("symbol", varchar(20).notNull().unique());

    /** What is bought or sold. */
    public final transient TableField<Record, String> baseCurrency =
            column("base_currency", varchar(10).notNull().references(CURRENCIES.code, r -> r.onDelete(RESTRICT)));

    /** In what it is paid. */
    public final transient TableField<Record, String> quoteCurrency =
            column("quote_currency", varchar(10).notNull().references(CURRENCIES.code, r -> r.onDelete(RESTRICT)));

    /** Its ISIN, if it has one. */
    public final transient TableField<Record, String> isin = column("isin", character(12));

    /** The smallest step of a price. */
    public final transient TableField<Record, BigDecimal> tickSize =
            column("tick_size", numeric(18, 8).notNull().check(value -> value.gt(ZERO)));

    /** The smallest step of a quantity. */
    public final transient TableField<Record, BigDecimal> lotSize =
            column("lot_size", numeric(18, 8).notNull().check(value -> value.gt(ZERO)));

    /** Whether it can be traded now. */
    public final transient TableField<Record, Boolean> tradable =
            column("tradable", bool().notNull().defaultTo(true));

    /** What else is known of it. */
    public final transient TableField<Record, JSONB> details =
            column("details", jsonb().notNull().defaultTo(sql("'{}'")));

    /** When the row came. */
    public final transient TableField<Record, OffsetDateTime> createdAt =
            given("created_at", timestamptz().notNull());

    /** When it changed for the last time. */
    public final transient TableField<Record, OffsetDateTime> updatedAt =
            given("updated_at", timestamptz().notNull());

    private Instruments() {
        super(REFERENCE, "instruments");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.timestamps()
                .check("ck_instruments_pair", "base_currency <> quote_currency")
                .index(on("details").using("gin"));
    }
}
