package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.HOURLY_CHUNKS;
import static dev.varve.timescale.Market.PLAIN_TICKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.WEEKLY;
import static dev.varve.timescale.Market.YEAR;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Market.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.View;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.Query;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.RangeDimension;
import dev.varve.timescale.model.ReorderPolicy;
import dev.varve.timescale.model.Schedule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A hypertable becomes a plain table again, and loses a dimension, by a copy of its rows. */
class RebuildTableTest {

    private static final RebuildTable PLAIN = new RebuildTable(TICKS.id(), List.of());
    private static final Table SYMBOLS =
            table("symbols", column("symbol", "text").notNull(true)).plus(primaryKey("pk_symbols", "symbol"));
    private static final Index BY_PRICE = index("ticks_price", TICKS, IndexKey.column("price"));
    private static final View LATEST =
            new View(name("latest"), new Query("select t.symbol, t.price from trading.ticks t"));

    private static OperationLaws laws(Operation operation) {
        return OperationLaws.of(operation).onTimescale();
    }

    @Test
    void a_hypertable_with_everything_becomes_a_plain_table_and_is_one_again() {
        laws(PLAIN)
                .given(SCHEMA, SYMBOLS, FULL_TICKS.plus(foreignKey("fk", "symbol", SYMBOLS, "symbol")), BY_PRICE)
                .given(comment(FULL_TICKS, "ticks"), comment(BY_PRICE, "prices"))
                .given(new ReorderPolicy(TICKS.name(), BY_PRICE.id(), Schedule.CHOSEN))
                .givenRows(
                        "insert into trading.symbols values ('BTC'), ('ETH')",
                        ROWS,
                        "select compress_chunk(c) from show_chunks('trading.ticks') c")
                .hold();
    }

    @Test
    void numbers_go_on_where_they_were() {
        Table counting = FULL_TICKS.plus(column("id", "bigint")
                .notNull(true)
                .valued(Optional.of(new ColumnValue.Serial(SequenceOptions.PLAIN, Optional.empty()))));
        laws(PLAIN).given(SCHEMA, counting).givenRows(ROWS).hold();
    }

    @Test
    void views_over_it_are_made_again() {
        laws(new CascadeRecreate(PLAIN))
                .given(SCHEMA, TICKS, LATEST)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void an_aggregate_over_it_is_in_the_way() {
        laws(PLAIN)
                .given(SCHEMA, TICKS, HOURLY)
                .areRefusedBeforehandWith(
                        "The table trading.ticks is used by continuous aggregate trading.hourly. Change or"
                                + " drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_dimension_is_removed_with_the_aggregates_made_again() {
        laws(new AddDimension(TICKS.id(), new HashDimension("symbol", 4)))
                .given(SCHEMA, TICKS, HOURLY, DAILY)
                .givenRows(ROWS)
                .hold();
    }

    private static final Table DELIVERIES = table(
                    "deliveries",
                    column("sent", "timestamptz").notNull(true),
                    column("arrived", "timestamptz").notNull(true),
                    column("symbol", "text").notNull(true))
            .with(new Hypertable(new RangeDimension("sent", days(1)), List.of(new HashDimension("symbol", 2))))
            .with(Compression.of(List.of("symbol"), List.of(OrderKey.desc("sent"))))
            .with(WEEKLY)
            .with(YEAR);
    private static final RebuildHypertable BY_ARRIVAL =
            new RebuildHypertable(DELIVERIES.id(), new Hypertable(new RangeDimension("arrived", hours(12)), List.of()));

    @Test
    void a_hypertable_is_cut_along_another_column_and_keeps_the_rest() {
        laws(BY_ARRIVAL)
                .given(SCHEMA, DELIVERIES, index("by_sent", DELIVERIES, IndexKey.column("sent")))
                .givenRows(
                        "insert into trading.deliveries select t, t + interval '3 hours', 'BTC'"
                                + " from generate_series(timestamptz '2025-01-01', '2025-01-05', interval '1 hour') t",
                        "select compress_chunk(c) from show_chunks('trading.deliveries') c")
                .hold();
    }

    @Test
    void its_chunks_are_cut_anew_with_the_aggregates_over_it() {
        laws(new CascadeRecreate(new RebuildHypertable(TICKS.id(), HOURLY_CHUNKS.every(days(7))), true))
                .given(SCHEMA, TICKS, HOURLY, DAILY)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void only_a_hypertable_is_cut_otherwise() {
        laws(new RebuildHypertable(PLAIN_TICKS.id(), HOURLY_CHUNKS))
                .given(SCHEMA, PLAIN_TICKS)
                .areRefusedBeforehandWith("The table trading.ticks is not a hypertable. Make it one first, with"
                        + " hypertable(by(\"...\").every(...)).");
    }

    @Test
    void what_cutting_otherwise_costs_is_said() {
        assertThat(BY_ARRIVAL.description())
                .isEqualTo(
                        "rebuild trading.deliveries as a hypertable by arrived every 12 hours, copying its rows while nobody"
                                + " can read it");
    }

    @Test
    void what_it_does_is_said_with_its_cost() {
        assertThat(PLAIN.description())
                .isEqualTo("rebuild trading.ticks as a plain table, copying its rows while nobody can read it");
    }

    @Test
    void its_sql() {
        Database before = Database.empty().plus(SCHEMA).plus(TICKS);
        assertThat(PLAIN.statements(before)).hasToString("""
                [create schema varve_rebuild, \
                alter table trading.ticks set schema varve_rebuild, \
                create table trading.ticks (
                    traded timestamptz not null,
                    symbol text not null,
                    price numeric(18, 8),
                    note text,
                    constraint pk primary key (traded, symbol)
                ), \
                insert into trading.ticks (traded, symbol, price, note) overriding system value
                select traded, symbol, price, note from varve_rebuild.ticks, \
                drop table varve_rebuild.ticks, \
                drop schema varve_rebuild]""");
    }

    @Test
    void a_table_that_is_made_and_becomes_a_hypertable_in_one_revision_is_simply_dropped() {
        List<Operation> revision =
                List.of(new CreateObject(PLAIN_TICKS), new CreateHypertable(TICKS.id(), HOURLY_CHUNKS, false));
        assertThat(dev.varve.plan.Inverse.of(revision, Database.empty().plus(SCHEMA))
                        .operations())
                .extracting(Operation::description)
                .containsExactly("drop table trading.ticks");
    }
}
