package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Types.money;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.TRADING;
import static dev.varve.trading.model.Accounts.ACCOUNTS;
import static dev.varve.trading.model.Balances.BALANCES;
import static dev.varve.trading.model.Currencies.CURRENCIES;
import static java.math.BigDecimal.ZERO;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;

/** Money that comes and goes. */
@Model(database = POSTGRES)
public final class Transfers extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Transfers TRANSFERS = new Transfers();

    /** What it is called. */
    public final transient TableField<Record, UUID> id =
            column("id", uuid().primaryKey().defaultTo(sql("gen_random_uuid()")));

    /** Whose. */
    public final transient TableField<Record, UUID> accountId =
            column("account_id", uuid().notNull().references(ACCOUNTS.id, r -> r.onDelete(RESTRICT)));

    /** Of what. */
    public final transient TableField<Record, String> currency =
            column("currency", varchar(10).notNull().references(CURRENCIES.code, r -> r.onDelete(RESTRICT)));

    /** Whether it comes or goes. */
    public final transient TableField<Record, String> direction =
            column("direction", varchar(10).notNull().check(d -> d.in("DEPOSIT", "WITHDRAWAL")));

    /** How much. */
    public final transient TableField<Record, BigDecimal> amount =
            column("amount", money(18, 8).notNull().check(value -> value.gt(ZERO)));

    /** What has become of it. */
    public final transient TableField<Record, String> status = column(
            "status", varchar(10).notNull().defaultTo("PENDING").check(s -> s.in("PENDING", "SETTLED", "FAILED")));

    /** What is said of it. */
    public final transient TableField<Record, String> reference = column("reference", varchar(140));

    /** When it was asked for. */
    public final transient TableField<Record, OffsetDateTime> requestedAt =
            column("requested_at", timestamptz().notNull().defaultTo(sql("now()")));

    /** When it was done. */
    public final transient TableField<Record, OffsetDateTime> settledAt = column("settled_at", timestamptz());

    private Transfers() {
        super(TRADING, "transfers");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.foreignKey(List.of("account_id", "currency"), reference(BALANCES, "account_id", "currency"))
                .check("ck_transfers_settled", "(status = 'SETTLED') = (settled_at is not null)")
                .index("account_id", "requested_at");
    }
}
