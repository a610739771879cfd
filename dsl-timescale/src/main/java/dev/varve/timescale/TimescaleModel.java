package dev.varve.timescale;

import dev.varve.dsl.TableModel;

/**
 * A table of a database with TimescaleDB written as a class; {@link #define} makes it a hypertable.
 *
 * <pre>{@code
 * @Model(database = "timescale")
 * public final class Trades extends TimescaleModel {
 *     public static final Trades TRADES = new Trades();
 *
 *     public final TableField<Record, OffsetDateTime> timestamp = column("timestamp", timestamptz().notNull());
 *     public final TableField<Record, String> symbol = column("symbol", varchar(20).notNull());
 *
 *     private Trades() {
 *         super("market_data", "trades");
 *     }
 *
 *     @Override
 *     protected TableSpec<?> define(TimescaleTable table) {
 *         return table.hypertable(by("timestamp").every(hours(1))).retain(days(365));
 *     }
 * }
 * }</pre>
 */
public abstract class TimescaleModel extends TableModel<TimescaleTable> {

    private static final long serialVersionUID = 1L;

    /** A table of that name in the schema {@code public}. */
    protected TimescaleModel(String name) {
        this("public", name);
    }

    /** A table of that name in a schema. */
    protected TimescaleModel(String schema, String name) {
        super(schema, Timescale.table(name));
    }
}
