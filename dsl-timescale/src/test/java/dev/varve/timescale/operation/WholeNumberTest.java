package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Market.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.Schema;
import dev.varve.model.Table;
import dev.varve.model.Volatility;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetSchema;
import dev.varve.sql.Query;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.ChunkStore;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.RangeDimension;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hypertables whose time is a whole number, of which a function says what is now. */
class WholeNumberTest {

    private static final Function CLOCK = clock("clock");
    private static final Function OTHER_CLOCK = clock("other_clock");
    private static final Hypertable BLIND =
            new Hypertable(new RangeDimension("tick", new IntegerSpan(1000)), List.of());
    private static final Hypertable SEEING = BLIND.now(CLOCK.name());
    private static final Table PLAIN =
            table("counts", column("tick", "bigint").notNull(true), column("value", "integer"));
    private static final Table COUNTS = PLAIN.with(SEEING);
    private static final Compression BY_VALUE = Compression.of(List.of("value"), List.of());
    private static final RetentionPolicy RETENTION = new RetentionPolicy(new IntegerSpan(100000), Optional.of(days(1)));
    private static final String ROWS = "insert into trading.counts select g, g % 7 from generate_series(1, 5000) g";
    private static final ContinuousAggregate SUMS = new ContinuousAggregate(
            name("sums"),
            new Query("select time_bucket(bigint '100', c.tick) as bucket, sum(c.value) as total from trading.counts c"
                    + " group by 1"),
            true,
            Optional.empty(),
            List.of(new RefreshPolicy(
                    hours(1), Optional.of(new IntegerSpan(3000)), Optional.of(new IntegerSpan(100)))));

    private static Function clock(String name) {
        return function(name, "bigint", "select 10000::bigint").writtenIn("sql").depending(Volatility.STABLE);
    }

    private static OperationLaws laws(Operation operation) {
        return OperationLaws.of(operation).given(SCHEMA, CLOCK, OTHER_CLOCK).onTimescale();
    }

    @Test
    void a_hypertable_is_made_with_its_clock() {
        laws(new CreateHypertable(PLAIN.id(), SEEING, false)).given(PLAIN).hold();
        laws(new CreateHypertable(PLAIN.id(), SEEING, true))
                .given(PLAIN)
                .givenRows(ROWS)
                .hold();
        laws(new CreateObject(COUNTS)).hold();
    }

    @Test
    void its_sql_names_the_function_with_its_schema() {
        Database before = Database.empty().plus(SCHEMA).plus(CLOCK).plus(PLAIN.with(BLIND));

        assertThat(new SetClock(PLAIN.id(), CLOCK.name()).statements(before))
                .hasToString("[select public.set_integer_now_func(hypertable => 'trading.counts',"
                        + " integer_now_func => 'trading.clock', replace_if_exists => true)]");
    }

    @Test
    void a_clock_is_given_for_good_and_changed_both_ways() {
        laws(new SetClock(PLAIN.id(), CLOCK.name())).given(PLAIN.with(BLIND)).hold();
        laws(new SetClock(PLAIN.id(), OTHER_CLOCK.name())).given(COUNTS).hold();
    }

    @Test
    void a_clock_cannot_be_dropped_renamed_or_moved_while_it_is_used() {
        String reason =
                "The table trading.counts calls trading.clock to know what is now, and TimescaleDB keeps that name."
                        + " Give it another function before the rename, and the renamed one after it.";

        laws(new DropObject(CLOCK.id()))
                .given(COUNTS)
                .areRefusedBeforehandWith(
                        "The function trading.clock() is used by table trading.counts. Change or drop what"
                                + " uses it first, in the same revision or an earlier one.");
        laws(new RenameObject(CLOCK.id(), "watch")).given(COUNTS).areRefusedBeforehandWith(reason);
        laws(new SetSchema(CLOCK.id(), "other"))
                .given(new Schema("other"), COUNTS)
                .areRefusedBeforehandWith(reason);
    }

    @Test
    void the_schema_of_a_clock_is_renamed() {
        laws(new RenameObject(SCHEMA.id(), "shop")).given(COUNTS).hold();
    }

    @Test
    void policies_count_in_units() {
        laws(new SetPolicy(PLAIN.id(), RETENTION)).given(COUNTS).hold();
        laws(new SetPolicy(PLAIN.id(), new RetentionPolicy(new IntegerSpan(7), Optional.of(hours(1)))))
                .given(COUNTS.with(RETENTION))
                .hold();
        laws(new SetPolicy(PLAIN.id(), new CompressionPolicy(new IntegerSpan(5000), Optional.empty())))
                .given(COUNTS.with(BY_VALUE.settled(SEEING)))
                .hold();
        laws(new SetPolicy(PLAIN.id(), new RetentionPolicy(Age.sinceCreation(days(7)), Schedule.CHOSEN)))
                .given(PLAIN.with(BLIND))
                .hold();
    }

    @Test
    void chunks_are_compressed_by_an_age_in_units() {
        Optional<Age> age = Optional.of(Age.of(new IntegerSpan(7000)));
        laws(new StoreChunks(PLAIN.id(), ChunkStore.COLUMNSTORE, age))
                .given(COUNTS.with(BY_VALUE.settled(SEEING)))
                .givenRows(ROWS)
                .hold();
        laws(new StoreChunks(SUMS.id(), ChunkStore.COLUMNSTORE, age))
                .given(
                        COUNTS,
                        SUMS.every(new IntegerSpan(10000))
                                .with(Compression.of(List.of(), List.of(OrderKey.desc("bucket")))))
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void aggregates_count_in_units() {
        laws(new CreateContinuousAggregate(SUMS)).given(COUNTS).givenRows(ROWS).hold();
    }

    @Test
    void short_numbers_are_refreshed_ahead_of_now() {
        Function now = function("step", "smallint", "select 100::smallint")
                .writtenIn("sql")
                .depending(Volatility.STABLE);
        Table steps = table("steps", column("step", "smallint").notNull(true), column("value", "integer"))
                .with(new Hypertable(new RangeDimension("step", new IntegerSpan(100)), List.of()).now(now.name()));
        ContinuousAggregate sums = new ContinuousAggregate(
                name("short_sums"),
                new Query(
                        "select time_bucket(smallint '5', s.step) as bucket, sum(s.value) as total from trading.steps s"
                                + " group by 1"),
                true,
                Optional.empty(),
                List.of());
        RefreshPolicy ahead = new RefreshPolicy(
                hours(1), Optional.of(new IntegerSpan(50)), Optional.of(new IntegerSpan(20).negated()));

        laws(new SetRefreshPolicies(sums.id(), List.of(ahead)))
                .given(now, steps, sums.every(new IntegerSpan(1000)))
                .hold();
    }

    @Test
    void several_refresh_policies_count_in_units() {
        RefreshPolicy old =
                new RefreshPolicy(days(1), Optional.of(new IntegerSpan(9000)), Optional.of(new IntegerSpan(3000)));
        laws(new SetRefreshPolicies(SUMS.id(), List.of(SUMS.refreshes().get(0), old)))
                .given(COUNTS, SUMS.every(new IntegerSpan(10000)))
                .hold();
    }

    @Test
    void an_age_of_another_kind_is_refused() {
        laws(new SetPolicy(PLAIN.id(), new RetentionPolicy(days(7), Optional.empty())))
                .given(COUNTS)
                .areRefusedWith(
                        "The retention policy of 7 days does not fit table trading.counts, which is cut every 1000."
                                + " Where time is a whole number, so is an age; elsewhere it is an interval.");
        laws(new SetPolicy(PLAIN.id(), new CompressionPolicy(Age.sinceCreation(days(7)), Schedule.CHOSEN)))
                .given(COUNTS.with(BY_VALUE.settled(SEEING)))
                .areRefusedWith(
                        "The chunks of table trading.counts cannot be compressed 7 days since creation, because its"
                                + " time is a whole number; TimescaleDB refuses that. Say an age along that time.");
    }

    @Test
    void what_has_to_know_what_is_now_is_refused_without_a_clock() {
        String reason =
                "Hypertable trading.counts is cut by a whole number, of which TimescaleDB cannot tell what is now, as"
                        + " policies and continuous aggregates need it. Give it a function that says so, with now(...).";

        laws(new SetPolicy(PLAIN.id(), RETENTION))
                .given(PLAIN.with(BLIND))
                .onTimescale(12)
                .areRefusedWith(reason);
        laws(new CreateContinuousAggregate(SUMS)).given(PLAIN.with(BLIND)).areRefusedWith(reason);
        laws(new StoreChunks(PLAIN.id(), ChunkStore.COLUMNSTORE, Optional.of(Age.of(new IntegerSpan(7)))))
                .given(PLAIN.with(BLIND).with(BY_VALUE.settled(BLIND)))
                .areRefusedBeforehandWith(reason);
    }
}
