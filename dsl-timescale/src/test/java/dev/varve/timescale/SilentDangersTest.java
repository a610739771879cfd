package dev.varve.timescale;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.argument;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.HOURLY_CHUNKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.YEAR;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Market.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.introspect.Introspector;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.Function;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameObject;
import dev.varve.sql.Statement;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.Job;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.ReorderPolicy;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import dev.varve.timescale.operation.DropCompression;
import dev.varve.timescale.operation.DropPolicy;
import dev.varve.timescale.operation.SetChunkInterval;
import dev.varve.timescale.operation.SetCompression;
import dev.varve.timescale.operation.SetMaterializedOnly;
import dev.varve.timescale.operation.SetPolicy;
import dev.varve.timescale.operation.SetRefreshPolicies;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What TimescaleDB does without a word, and no migration can make it do. */
class SilentDangersTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private static final Extension TIMESCALE = new Extension("timescaledb", Optional.empty());
    private static final Table REFERENCED = table(
                    "quotes", column("traded", "timestamptz").notNull(true))
            .plus(primaryKey("pk_quotes", "traded"))
            .with(HOURLY_CHUNKS);
    private static final Compression BY_TIME =
            Compression.of(List.of(), List.of()).settled(HOURLY_CHUNKS);
    private static final Table NOTES = table("notes", column("traded", "timestamptz"));
    private static final RefreshPolicy OLD = new RefreshPolicy(days(1), Optional.of(days(90)), Optional.of(days(3)));

    /** A database with everything, and every operation that could do harm in it. */
    private static final Database MARKET = Stream.of(SCHEMA, FULL_TICKS, HOURLY, DAILY)
            .reduce(Database.empty(), (state, object) -> state.plus((SchemaObject) object), (a, b) -> b);

    private static List<Operation> changes() {
        return List.of(
                new SetChunkInterval(TICKS.id(), hours(2)),
                new SetCompression(TICKS.id(), BY_SYMBOL.merging(hours(4))),
                new DropCompression(TICKS.id()),
                new SetPolicy(TICKS.id(), new RetentionPolicy(days(2), Optional.empty())),
                new DropPolicy(TICKS.id(), RetentionPolicy.class),
                new SetMaterializedOnly(HOURLY.id(), false),
                new SetRefreshPolicies(HOURLY.id(), List.of(HOURLY.refreshes().get(0), OLD)),
                new SetRefreshPolicies(HOURLY.id(), List.of()),
                new RenameObject(DAILY.id(), "per_day"),
                new DropObject(DAILY.id()));
    }

    private static Stream<String> sql(Operation operation, Database state) {
        return operation.statements(state).stream()
                .map(statement -> statement.sql().text());
    }

    private static Stream<String> creations() {
        return Stream.of(
                        new CreateObject(TIMESCALE),
                        new CreateObject(FULL_TICKS.named(FULL_TICKS.name().named("others"))),
                        new CreateContinuousAggregate(HOURLY.named(HOURLY.name().named("other_hours"))))
                .flatMap(operation -> sql(operation, MARKET));
    }

    private static Database run(Database state, Operation... operations) {
        Database next = state;
        for (Operation operation : operations) {
            for (Statement statement : operation.statements(next)) {
                DATABASE.get().execute(statement.sql().text());
            }
            next = operation.after(next);
        }
        return next;
    }

    private static Database market() {
        return run(
                DATABASE.nothing(),
                new CreateObject(TIMESCALE),
                new CreateObject(SCHEMA),
                new CreateObject(FULL_TICKS),
                new CreateContinuousAggregate(HOURLY),
                new CreateContinuousAggregate(DAILY));
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = DATABASE.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void danger_1_no_change_refreshes_an_aggregate_that_may_hold_more_than_its_source() throws SQLException {
        TestServers.timescale(21);
        Database state = market();
        DATABASE.get()
                .execute(
                        ROWS,
                        "call refresh_continuous_aggregate('trading.hourly', null, null)",
                        "select drop_chunks('trading.ticks', timestamptz '2025-01-01 03:00+00')");
        String before = ask("select count(*) from trading.hourly");

        for (Operation change : changes()) {
            assertThat(sql(change, state)).noneMatch(text -> text.contains("call"));
        }
        run(
                state,
                new SetMaterializedOnly(HOURLY.id(), false),
                new SetMaterializedOnly(HOURLY.id(), true),
                new SetRefreshPolicies(HOURLY.id(), List.of(OLD)));
        assertThat(before).isEqualTo("10");
        assertThat(ask("select count(*) from trading.hourly")).isEqualTo(before);
    }

    @Test
    void danger_2_no_foreign_key_leads_to_a_hypertable_whose_chunks_vanish_or_are_compressed() {
        AddConstraint adding = new AddConstraint(NOTES.id(), foreignKey("fk", "traded", REFERENCED, "traded"));
        Database state = Database.empty().plus(SCHEMA).plus(REFERENCED).plus(NOTES);
        Database compressed =
                Database.empty().plus(SCHEMA).plus(REFERENCED.with(BY_TIME)).plus(NOTES);
        Database retained =
                Database.empty().plus(SCHEMA).plus(REFERENCED.with(YEAR)).plus(NOTES);
        Database referenced = adding.after(state);

        for (Database losing : List.of(compressed, retained)) {
            assertThatThrownBy(() -> adding.after(losing)).hasMessageEndingWith(" Leave out the foreign key.");
        }
        for (Operation making :
                List.of(new SetCompression(REFERENCED.id(), BY_TIME), new SetPolicy(REFERENCED.id(), YEAR))) {
            assertThatThrownBy(() -> making.after(referenced))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("TimescaleDB drops such a foreign key as a whole, or fails");
        }
    }

    @Test
    void danger_3_no_column_is_filled_from_a_sequence_in_compressed_chunks() {
        for (String type : List.of("integer", "bigint", "smallint")) {
            Column serial = column("number", type)
                    .valued(Optional.of(new ColumnValue.Serial(SequenceOptions.PLAIN, Optional.empty())));
            assertThatThrownBy(() -> new AddColumn(TICKS.id(), serial).after(MARKET))
                    .hasMessageStartingWith(
                            "Column \"number\" cannot be added to table trading.ticks, which is compressed: it"
                                    + " counts with a sequence");
        }
        assertThatThrownBy(() -> new AddColumn(
                                TICKS.id(),
                                defaulted("number", "bigint", "nextval('trading.s')")
                                        .notNull(true))
                        .after(MARKET))
                .hasMessageContaining("which is no constant");
    }

    @Test
    void danger_4_a_job_that_is_paused_keeps_its_time_zone() {
        Schedule schedule = Schedule.CHOSEN
                .startingAt(Instant.parse("2025-01-01T00:00:00Z"))
                .in("Europe/Berlin");
        RetentionPolicy running = new RetentionPolicy(Age.of(days(365)), schedule).settled(HOURLY_CHUNKS);

        OperationLaws.of(new SetPolicy(TICKS.id(), new RetentionPolicy(Age.of(days(365)), schedule.pausing())))
                .given(SCHEMA, TICKS.with(running))
                .onTimescale()
                .hold();
    }

    @Test
    void danger_5_compression_takes_its_policy_with_it() throws SQLException {
        Database state = market();

        assertThat(sql(new DropCompression(TICKS.id()), state).findFirst())
                .contains("select public.remove_compression_policy(hypertable => 'trading.ticks')");
        run(state, new DropCompression(TICKS.id()));
        assertThat(ask("select count(*) from timescaledb_information.jobs where proc_name = 'policy_compression'"))
                .isEqualTo("0");
    }

    @Test
    void danger_6_no_setting_enables_a_compression_that_nobody_wrote() {
        Table merging = TICKS.with(BY_SYMBOL.merging(hours(4)));

        OperationLaws.of(new DropCompression(TICKS.id()))
                .given(SCHEMA, merging)
                .onTimescale()
                .hold();
        for (Operation change : changes()) {
            boolean sets = sql(change, MARKET).anyMatch(text -> text.contains("timescaledb.compress_"));
            assertThat(sets).as(change.description()).isEqualTo(change instanceof SetCompression);
        }
    }

    @Test
    void danger_7_a_new_hypertable_has_neither_compression_nor_policy_but_those_that_it_says() {
        assertThat(creations()).noneMatch(text -> text.contains("tsdb.") || text.contains("timescaledb.hypertable"));
        OperationLaws.of(new CreateObject(TICKS)).given(SCHEMA).onTimescale().hold();
    }

    @Test
    void danger_8_nothing_that_is_there_already_passes_for_what_was_declared() {
        assertThat(Stream.concat(creations(), changes().stream().flatMap(change -> sql(change, MARKET))))
                .noneMatch(text -> text.contains("if not exists") || text.contains("if_not_exists"));
        Database state = market();
        DATABASE.get().execute("create view trading.other_hours as select 1 as one");

        assertThatThrownBy(() -> run(
                        state,
                        new CreateContinuousAggregate(HOURLY.named(HOURLY.name().named("other_hours")))))
                .hasMessageContaining("other_hours");
    }

    @Test
    void danger_9_one_refresh_policy_of_several_goes_alone() {
        TestServers.timescale(21);
        OperationLaws.of(new SetRefreshPolicies(HOURLY.id(), HOURLY.refreshes()))
                .given(
                        SCHEMA,
                        TICKS,
                        HOURLY.refreshed(List.of(
                                HOURLY.refreshes().get(0),
                                OLD,
                                new RefreshPolicy(days(7), Optional.empty(), Optional.of(days(90))))))
                .onTimescale()
                .hold();
    }

    @Test
    void danger_10_nothing_vanishes_with_something_else_or_is_left_behind_by_it() throws SQLException {
        TestServers.timescale(20);
        Function clean = function("clean", "void", "", argument("job", "integer"), argument("config", "jsonb"));
        Index bySymbol = index("ix_symbol", TICKS, IndexKey.column("symbol"));
        Database state = run(
                market(),
                new CreateObject(clean),
                new CreateObject(new Job("nightly", clean.name(), Schedule.CHOSEN, Map.of())),
                new CreateObject(bySymbol),
                new CreateObject(new ReorderPolicy(TICKS.name(), bySymbol.id(), Schedule.CHOSEN)));

        for (Operation leaving : List.of(
                new DropObject(TIMESCALE.id()),
                new DropObject(TICKS.id()),
                new DropObject(HOURLY.id()),
                new DropObject(clean.id()),
                new DropObject(bySymbol.id()),
                new RenameObject(bySymbol.id(), "ix_other"))) {
            assertThatThrownBy(() -> leaving.after(state))
                    .as(leaving.description())
                    .isInstanceOf(RefusedException.class);
        }
        Database rest = run(
                state,
                new DropObject(DAILY.id()),
                new DropObject(HOURLY.id()),
                new DropObject(TICKS.id()),
                new DropObject(Job.id("nightly", clean.name())),
                new DropObject(clean.id()));
        try (Connection connection = DATABASE.connect()) {
            assertThat(Introspector.create()
                            .read(connection)
                            .database()
                            .objects()
                            .map(SchemaObject::id))
                    .containsExactlyElementsOf(
                            rest.objects().map(SchemaObject::id).toList());
        }
        assertThat(ask("select count(*) from timescaledb_information.jobs where job_id >= 1000"))
                .isEqualTo("0");
    }
}
