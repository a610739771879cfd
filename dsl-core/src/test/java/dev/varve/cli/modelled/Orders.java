package dev.varve.cli.modelled;

import static dev.varve.cli.modelled.Accounts.ACCOUNTS;
import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.Postgres;
import dev.varve.dsl.TableSpec;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Record;
import org.jooq.TableField;

/** What clients want, one row each. */
@Model(database = "shop")
public final class Orders extends PlainModel {

    private static final long serialVersionUID = 1L;

    public static final Orders ORDERS = new Orders();

    public final transient TableField<Record, Long> id =
            column("id", bigint().identity().primaryKey());
    public final transient TableField<Record, Long> account =
            column("account_id", bigint().notNull().references(ACCOUNTS.id, reference -> reference.onDelete(CASCADE)));
    public final transient TableField<Record, BigDecimal> price =
            column("price", numeric(20, 8).notNull().check(price -> price.gt(BigDecimal.ZERO)));
    public final transient TableField<Record, BigDecimal> quantity =
            column("quantity", numeric(18, 8).notNull().defaultTo(Postgres.sql("1")));
    public final transient TableField<Record, String> venue =
            column("venue", varchar(10).notNull().defaultTo("XNAS"));
    public final transient TableField<Record, String> note = column("note", text());
    public final transient TableField<Record, OffsetDateTime> placedAt =
            column("placed_at", timestamptz().notNull().defaultTo(Postgres.sql("now()")));

    private Orders() {
        super("trading", "orders");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.index(on(desc("placed_at"))).comment("What clients want");
    }
}
