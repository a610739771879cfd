package dev.varve.timescale.model;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static dev.varve.timescale.Market.HOURLY_CHUNKS;
import static dev.varve.timescale.Market.SPREAD;
import static dev.varve.timescale.Market.YEAR;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Market.hours;

import dev.varve.model.Column;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.CreateObject;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.operation.CreateHypertable;
import dev.varve.timescale.operation.SetPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What TimescaleDB refuses of hypertables, refused when the history is loaded. */
class HypertableTest {

    private static final Column TRADED = column("traded", "timestamptz").notNull(true);
    private static final Column SYMBOL = column("symbol", "text");

    private static OperationLaws creating(Table table) {
        return OperationLaws.of(new CreateObject(table)).given(SCHEMA).onTimescale();
    }

    private static Hypertable by(String column, Span interval) {
        return new Hypertable(new RangeDimension(column, interval), List.of());
    }

    @Test
    void a_primary_key_without_the_time() {
        creating(table("t", TRADED, SYMBOL).plus(primaryKey("pk", "symbol")).with(HOURLY_CHUNKS))
                .areRefusedWith(
                        "Primary key \"pk\" of hypertable trading.t lacks \"traded\", by which the table is partitioned;"
                                + " TimescaleDB can hold rows apart only within a chunk. Use (symbol, traded).");
    }

    @Test
    void a_unique_constraint_without_a_partition_column() {
        creating(table("t", TRADED, SYMBOL).plus(unique("uq", "traded")).with(SPREAD))
                .areRefusedWith(
                        "Unique constraint \"uq\" of hypertable trading.t lacks \"symbol\", by which the table is"
                                + " partitioned; TimescaleDB can hold rows apart only within a chunk. Use (traded, symbol).");
    }

    @Test
    void a_unique_index_of_a_table_that_is_converted() {
        Table table = table("t", TRADED, SYMBOL);
        Index index = new Index(
                table.name().named("ux"),
                table.id(),
                true,
                "btree",
                List.of(IndexKey.column("symbol")),
                List.of(),
                Optional.empty());
        OperationLaws.of(new CreateHypertable(table.id(), HOURLY_CHUNKS, false))
                .given(SCHEMA, table, index)
                .onTimescale()
                .areRefusedWith(
                        "Unique index \"ux\" of hypertable trading.t lacks \"traded\", by which the table is partitioned;"
                                + " TimescaleDB can hold rows apart only within a chunk. Use (symbol, traded).");
    }

    @Test
    void an_unknown_column() {
        creating(table("t", TRADED).with(by("trated", hours(1))))
                .areRefusedWith("There is no column \"trated\" in table trading.t. Did you mean \"traded\"?");
    }

    @Test
    void a_time_that_may_be_null_is_refused_because_timescale_would_change_it() {
        creating(table("t", column("traded", "timestamptz")).with(HOURLY_CHUNKS))
                .areRefusedBeforehandWith(
                        "Column \"traded\" of hypertable trading.t may be null, but it is the time by which the"
                                + " table is cut. Say notNull().");
    }

    @Test
    void a_type_that_does_not_go_with_the_interval() {
        String way = ". A timestamptz, timestamp or date goes with an interval, a whole number with a number.";
        creating(table("t", column("traded", "text").notNull(true)).with(HOURLY_CHUNKS))
                .areRefusedWith(
                        "Hypertable trading.t cannot be cut by column \"traded\" every 1 hour: the column is text"
                                + way);
        creating(table("t", column("traded", "bigint").notNull(true)).with(HOURLY_CHUNKS))
                .areRefusedWith(
                        "Hypertable trading.t cannot be cut by column \"traded\" every 1 hour: the column is bigint"
                                + way);
        creating(table("t", column("day", "date").notNull(true)).with(by("day", hours(12))))
                .areRefusedWith("Hypertable trading.t is cut by a date, whose chunks last whole days, not 12 hours.");
    }

    @Test
    void a_generated_column() {
        creating(table(
                                "t",
                                TRADED,
                                generated("later", "timestamp", "'2025-01-01'::timestamp")
                                        .notNull(true))
                        .with(by("later", hours(1))))
                .areRefusedWith(
                        "Column \"later\" of table trading.t is generated; TimescaleDB cannot partition by such a column."
                                + " Partition by another one.");
    }

    @Test
    void dates_and_times_without_zone_are_fine() {
        creating(table("t", column("day", "date").notNull(true)).with(by("day", hours(48))))
                .hold();
        creating(table("t", column("traded", "timestamp(3)").notNull(true)).with(HOURLY_CHUNKS))
                .hold();
    }

    @Test
    void rows_are_told_apart_by_the_time_in_their_uuid() {
        Table events = table("events", column("id", "uuid").notNull(true), column("note", "text"))
                .plus(primaryKey("pk_events", "id"))
                .with(new Hypertable(new RangeDimension("id", days(1)), List.of()));
        OperationLaws.of(new CreateObject(events)).given(SCHEMA).onTimescale(22).hold();
    }

    @Test
    void a_foreign_key_from_one_hypertable_to_another() {
        Table target = table("target", TRADED).plus(primaryKey("pk", "traded")).with(HOURLY_CHUNKS);
        Table source = table("source", TRADED).with(HOURLY_CHUNKS);
        OperationLaws.of(new AddConstraint(source.id(), foreignKey("fk", "traded", target, "traded")))
                .given(SCHEMA, target, source)
                .onTimescale(16)
                .areRefusedWith(
                        "Foreign key \"fk\" leads from hypertable trading.source to hypertable trading.target, which"
                                + " TimescaleDB refuses. Leave it out.");
    }

    @Test
    void retention_of_a_hypertable_that_is_referenced() {
        Table target = table("target", TRADED).plus(primaryKey("pk", "traded")).with(HOURLY_CHUNKS);
        Table notes = table("notes", TRADED).plus(foreignKey("fk", "traded", target, "traded"));
        OperationLaws.of(new SetPolicy(target.id(), YEAR))
                .given(SCHEMA, target, notes)
                .onTimescale(16)
                .areRefusedBeforehandWith(
                        "The table trading.notes references hypertable trading.target, which has a retention"
                                + " policy of 365 days: TimescaleDB drops such a foreign key as a whole, or fails, once it handles a"
                                + " chunk. Leave out the foreign key.");
    }
}
