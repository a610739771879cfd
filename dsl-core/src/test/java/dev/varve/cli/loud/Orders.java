package dev.varve.cli.loud;

import static dev.varve.dsl.Postgres.matching;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Model;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TableSpec;
import java.math.BigDecimal;
import org.jooq.Record;
import org.jooq.TableField;

/** Orders, and which of them belong together. */
@Model(database = "shop")
public final class Orders extends LoudModel {

    private static final long serialVersionUID = 1L;

    /** The model. */
    public static final Orders ORDERS = new Orders();

    /** A number. */
    public final transient TableField<Record, Long> id = column("id", bigint().primaryKey());

    /** What people call it. */
    public final transient TableField<Record, String> code =
            column("code", text().notNull().unique());

    /** What is paid. */
    public final transient TableField<Record, BigDecimal> price =
            column("price", numeric(18, 2).check(price -> price.gt(BigDecimal.ZERO)));

    /** The order to which it belongs. */
    public final transient TableField<Record, Long> parent = column("parent", bigint());

    private Orders() {
        super("orders");
    }

    @Override
    protected TableSpec<?> define(PlainTable table) {
        return table.foreignKey(matching(parent, id)).index(on("price"));
    }
}
