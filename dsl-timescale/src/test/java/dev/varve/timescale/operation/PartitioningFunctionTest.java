package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.argument;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.Volatility;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameObject;
import dev.varve.source.MigrationText;
import dev.varve.sql.Query;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.RangeDimension;
import dev.varve.timescale.model.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hypertables that are cut by a time that a function makes of a column. */
class PartitioningFunctionTest {

    private static final Function TIME =
            making("time_of", "timestamptz", "select to_timestamp((note ->> 'at')::float8)");
    private static final Function OTHER = making("other_time_of", "timestamptz", "select to_timestamp(0)");
    private static final Function NUMBER = making("number_of", "bigint", "select (note ->> 'at')::bigint");
    private static final Table PLAIN = table("notes", column("note", "jsonb").notNull(true), column("kind", "integer"));
    private static final Hypertable BY_TIME =
            new Hypertable(new RangeDimension("note", days(1)).through(TIME.id()), List.of());
    private static final Hypertable BY_NUMBER =
            new Hypertable(new RangeDimension("note", new IntegerSpan(1000)).through(NUMBER.id()), List.of());
    private static final Table NOTES = PLAIN.with(BY_TIME);
    private static final String ROWS =
            "insert into trading.notes select jsonb_build_object('at', g * 3600), g % 7 from generate_series(1, 100) g";

    private static Function making(String name, String type, String body) {
        return function(name, type, body, argument("note", "jsonb"))
                .writtenIn("sql")
                .depending(Volatility.IMMUTABLE);
    }

    private static OperationLaws laws(Operation operation) {
        return OperationLaws.of(operation).given(SCHEMA, TIME, OTHER, NUMBER).onTimescale();
    }

    @Test
    void a_hypertable_is_made_with_its_function() {
        laws(new CreateHypertable(PLAIN.id(), BY_TIME, true))
                .given(PLAIN)
                .givenRows(ROWS)
                .hold();
        laws(new CreateHypertable(PLAIN.id(), BY_NUMBER, false)).given(PLAIN).hold();
        laws(new CreateObject(NOTES.with(new RetentionPolicy(days(30), Optional.of(days(1))))))
                .hold();
    }

    @Test
    void a_dimension_beside_another_may_have_one() {
        Hypertable byKind = new Hypertable(new RangeDimension("kind", new IntegerSpan(10)), List.of());
        Table byKinds = table(
                "notes",
                column("note", "jsonb").notNull(true),
                column("kind", "integer").notNull(true));
        laws(new AddDimension(PLAIN.id(), BY_TIME.time()))
                .given(byKinds.with(byKind))
                .hold();
        laws(new AddDimension(PLAIN.id(), new HashDimension("kind", 2)))
                .given(NOTES)
                .hold();
        laws(new SetChunkInterval(PLAIN.id(), days(2))).given(NOTES).hold();
    }

    @Test
    void another_function_makes_another_table() {
        Hypertable other = new Hypertable(BY_TIME.time().through(OTHER.id()), List.of());
        Database before = Database.empty().plus(SCHEMA).plus(TIME).plus(OTHER).plus(NOTES);
        Database after = before.minus(NOTES.id()).plus(PLAIN.with(other));

        assertThat(Difference.between(before, after).operations())
                .containsExactly(new RebuildHypertable(PLAIN.id(), other));
        laws(new RebuildHypertable(PLAIN.id(), other))
                .given(NOTES)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void a_function_cannot_go_or_be_renamed_while_it_is_called() {
        laws(new DropObject(TIME.id()))
                .given(NOTES)
                .areRefusedBeforehandWith(
                        "The function trading.time_of(jsonb) is used by table trading.notes. Change or drop"
                                + " what uses it first, in the same revision or an earlier one.");
        laws(new RenameObject(TIME.id(), "when"))
                .given(NOTES)
                .areRefusedBeforehandWith("The table trading.notes is cut through function trading.time_of(jsonb), and"
                        + " TimescaleDB keeps that name. Make another function, and rebuild the table with it.");
        laws(new RenameObject(SCHEMA.id(), "shop")).given(NOTES).givenRows(ROWS).hold();
    }

    @Test
    void an_aggregate_cannot_select_from_it() {
        ContinuousAggregate daily = new ContinuousAggregate(
                name("daily"),
                new Query("select time_bucket('1 day', n.note) as day, count(*) as n from trading.notes n group by 1"),
                true,
                Optional.empty(),
                Optional.empty());
        laws(new CreateContinuousAggregate(daily))
                .given(NOTES)
                .areRefusedBeforehandWith(
                        "The continuous aggregate trading.daily cannot select from table trading.notes,"
                                + " which is cut through function trading.time_of(jsonb); TimescaleDB refuses that. Keep the time in a"
                                + " column, and cut by that.");
    }

    @Test
    void it_is_written_with_its_arguments() {
        Database before = Database.empty().plus(SCHEMA).plus(TIME).plus(PLAIN);
        Operation operation = new CreateHypertable(PLAIN.id(), BY_TIME, true);

        assertThat(MigrationText.of(List.of(operation), before, NamingConvention.STANDARD)
                        .statements())
                .contains(".migrateToHypertable(")
                .contains(".through(function(\"time_of\").inSchema(\"trading\").argument(\"note\", jsonb()).id())");
        assertThat(TIME.id()).isEqualTo(Function.id(name("time_of"), List.of(TypeName.of("jsonb"))));
    }
}
