package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.money;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.SIDE;
import static dev.varve.trading.Trading.TRADING;
import static dev.varve.trading.model.Orders.ORDERS;
import static java.math.BigDecimal.ZERO;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainModel;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Record;
import org.jooq.TableField;

/** What was traded. */
@Model(database = POSTGRES)
public final class Executions extends PlainModel {

    private static final long serialVersionUID = 1L;

    /** The table. */
    public static final Executions EXECUTIONS = new Executions();

    /** What it is called. */
    public final transient TableField<Record, Long> id =
            column("id", bigint().identity().primaryKey());

    /** For which order. */
    public final transient TableField<Record, Long> orderId =
            column("order_id", bigint().notNull().references(ORDERS.id, r -> r.onDelete(RESTRICT)));

    /** Where. */
    public final transient TableField<Record, String> venue =
            column("venue", varchar(10).notNull());

    /** What it is called there. */
    public final transient TableField<Record, String> venueExecutionId =
            column("venue_execution_id", varchar(64).notNull());

    /** Whether it bought or sold. */
    public final transient TableField<Record, String> side =
            column("side", enumerated(SIDE).notNull());

    /** How much. */
    public final transient TableField<Record, BigDecimal> quantity =
            column("quantity", numeric(18, 8).notNull().check(value -> value.gt(ZERO)));

    /** For how much. */
    public final transient TableField<Record, BigDecimal> price =
            column("price", money(18, 8).notNull().check(value -> value.gt(ZERO)));

    /** What that cost. */
    public final transient TableField<Record, BigDecimal> fee =
            column("fee", money(18, 8).notNull().defaultTo(ZERO));

    /** When. */
    public final transient TableField<Record, OffsetDateTime> executedAt =
            column("executed_at", timestamptz().notNull());

    private Executions() {
        super(TRADING, "executions");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.unique("venue", "venue_execution_id").index("order_id").index("executed_at");
    }
}
