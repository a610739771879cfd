package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.uuid;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.TRADING;
import static dev.varve.trading.model.Currencies.CURRENCIES;
import static dev.varve.trading.model.Users.USERS;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;

/** What belongs to whom. */
@Model(database = POSTGRES)
public final class Accounts extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Accounts ACCOUNTS = new Accounts();

    /** What everything else calls it. */
    public final transient TableField<Record, UUID> id =
            column("id", uuid().primaryKey().defaultTo(sql("gen_random_uuid()")));

    /** Whose it is. */
    public final transient TableField<Record, UUID> userId =
            column("user_id", uuid().notNull().references(USERS.id, r -> r.onDelete(RESTRICT)));

    /** What its user calls it. */
    public final transient TableField<Record, String> number =
            column("number", varchar(34).notNull().unique());

    /** In what it is valued. */
    public final transient TableField<Record, String> baseCurrency =
            column("base_currency", varchar(10).notNull().references(CURRENCIES.code, r -> r.onDelete(RESTRICT)));

    /** Whether it may be used. */
    public final transient TableField<Record, String> status =
            column("status", varchar(10).notNull().defaultTo("OPEN").check(s -> s.in("OPEN", "FROZEN", "CLOSED")));

    /** When it was closed. */
    public final transient TableField<Record, OffsetDateTime> closedAt = column("closed_at", timestamptz());

    /** When the row came. */
    public final transient TableField<Record, OffsetDateTime> createdAt =
            given("created_at", timestamptz().notNull());

    /** When it changed for the last time. */
    public final transient TableField<Record, OffsetDateTime> updatedAt =
            given("updated_at", timestamptz().notNull());

    private Accounts() {
        super(TRADING, "accounts");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.timestamps()
                .check("ck_accounts_closed", "(status = 'CLOSED') = (closed_at is not null)")
                .index("user_id");
    }
}
