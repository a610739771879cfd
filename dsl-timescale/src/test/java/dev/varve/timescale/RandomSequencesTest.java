package dev.varve.timescale;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.check;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Market.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.introspect.Introspection;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.model.View;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropConstraint;
import dev.varve.operation.DropNotNull;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameColumn;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetComment;
import dev.varve.operation.SetNotNull;
import dev.varve.plan.Inverse;
import dev.varve.sql.Query;
import dev.varve.sql.Statement;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.AggregateIndex;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.ReorderPolicy;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.operation.AddDimension;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import dev.varve.timescale.operation.DropCompression;
import dev.varve.timescale.operation.DropPolicy;
import dev.varve.timescale.operation.RebuildTable;
import dev.varve.timescale.operation.SetChunkInterval;
import dev.varve.timescale.operation.SetCompression;
import dev.varve.timescale.operation.SetMaterializedOnly;
import dev.varve.timescale.operation.SetPolicy;
import dev.varve.timescale.operation.SetRefreshPolicies;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Operations of core and Timescale in an order that nobody thought of: after each the server holds what the state says, and the way back
 * of all of them leads to where they began. A number stands for a sequence, so that one that fails can be run again.
 */
@Tag("laws")
class RandomSequencesTest {

    private static final int LENGTH = 14;

    private static final String STOP_WORKERS = """
            do $$ begin
                execute format('select %s()', coalesce(to_regproc('_timescaledb_functions.stop_background_workers'),
                    to_regproc('_timescaledb_internal.stop_background_workers')));
            end $$""";

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private final Introspector introspector = Introspector.create();
    private final List<String> done = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatever_happens_is_known_and_taken_back(long seed) throws SQLException {
        hold(seed);
    }

    /** Other ones every night; {@code -Dvarve.sequences=1000} says how many. */
    @ParameterizedTest
    @MethodSource("drawn")
    @Tag("nightly")
    void whatever_happens_is_known_and_taken_back_for_long(long seed) throws SQLException {
        hold(seed);
    }

    static LongStream drawn() {
        return new Random().longs(Integer.getInteger("varve.sequences", 200));
    }

    private void hold(long seed) throws SQLException {
        Random random = new Random(seed);
        try (Connection connection = DATABASE.connect()) {
            Database start = begun(connection);
            String dump = DATABASE.get().dump().orElse("");
            List<Operation> operations = new ArrayList<>();
            Database state = start;
            while (operations.size() < LENGTH) {
                Operation next = possible(random, state);
                Database after = next.after(state);
                operations.add(next);
                done.add(next.description());
                run(next.statements(state), connection);
                state = after;
                assertHolds(state, connection);
            }
            Inverse inverse = Inverse.of(operations, start);
            assertThat(inverse.obstacles()).as("%s", done).isEmpty();
            for (Operation back : inverse.operations()) {
                done.add("back: " + back.description());
                run(back.statements(state), connection);
                state = back.after(state);
            }
            assertHolds(state, connection);
            assertThat(state).as("%s", done).isEqualTo(start);
            assertThat(sorted(DATABASE.get().dump().orElse(""))).as("%s", done).isEqualTo(sorted(dump));
        }
    }

    private Database begun(Connection connection) throws SQLException {
        Database state = introspector.read(connection).database();
        for (Operation operation : List.of(
                new CreateObject(new Extension("timescaledb", Optional.empty())),
                new CreateObject(SCHEMA),
                new CreateObject(FULL_TICKS.without(RetentionPolicy.class)),
                new CreateObject(table("notes", column("traded", "timestamptz"), column("note", "text"))))) {
            run(operation.statements(state), connection);
            state = operation.after(state);
        }
        DATABASE.get().execute(STOP_WORKERS, ROWS);
        Database known = state.on(introspector.read(connection).database().environment());
        assertHolds(known, connection);
        return known;
    }

    private void assertHolds(Database state, Connection connection) {
        Introspection found = introspector.read(connection);
        assertThat(found.unreadable()).as("%s", done).isEmpty();
        Database declared = introspector.normalized(connection, state);
        assertThat(found.database().objects())
                .as("%s", done)
                .containsExactlyInAnyOrderElementsOf(declared.objects().toList());
    }

    private static List<String> sorted(String dump) {
        return dump.lines().sorted().toList();
    }

    private static void run(List<Statement> statements, Connection connection) throws SQLException {
        boolean inTransaction = false;
        try (java.sql.Statement sql = connection.createStatement()) {
            for (Statement statement : statements) {
                if (statement.transactional() != inTransaction) {
                    sql.execute(inTransaction ? "commit" : "begin");
                    inTransaction = !inTransaction;
                }
                sql.execute(statement.sql().text());
            }
            if (inTransaction) {
                sql.execute("commit");
            }
        }
    }

    /** One that nothing refuses in that state, and that changes it. */
    private static Operation possible(Random random, Database state) {
        while (true) {
            try {
                Operation candidate = candidate(random);
                candidate.statements(state);
                boolean changes = !candidate.after(state).equals(state);
                boolean back = Inverse.of(List.of(candidate), state).isPossible();
                if (changes && back) {
                    return candidate;
                }
            } catch (RefusedException e) {
                // another one
            }
        }
    }

    private static Operation candidate(Random random) {
        ObjectId<Table> ticks = TICKS.id();
        ObjectId<ContinuousAggregate> hourly = HOURLY.id();
        int count = 1 + random.nextInt(20);
        ObjectId<?> chunked = random.nextBoolean() ? ticks : hourly;
        Index prices = index("ticks_price", TICKS, IndexKey.column("price"));
        AggregateIndex counts = new AggregateIndex(new Index(
                name("hourly_counts"),
                hourly,
                false,
                "btree",
                List.of(IndexKey.column("trade_count")),
                List.of(),
                Optional.empty()));
        View view = new View(name("latest"), new Query("select t.symbol, t.price from trading.ticks t"));
        List<Operation> all = List.of(
                new SetChunkInterval(chunked, hours(count)),
                new SetCompression(chunked, BY_SYMBOL),
                new SetCompression(ticks, Compression.of(List.of(), List.of(OrderKey.asc("symbol")))),
                new SetCompression(hourly, Compression.of(List.of("symbol"), List.of(OrderKey.desc("bucket")))),
                new DropCompression(chunked),
                new SetPolicy(chunked, new CompressionPolicy(Age.of(days(count)), Schedule.CHOSEN)),
                new SetPolicy(
                        chunked, new RetentionPolicy(Age.of(days(3000 + count)), Schedule.CHOSEN.every(hours(count)))),
                new DropPolicy(chunked, RetentionPolicy.class),
                new DropPolicy(chunked, CompressionPolicy.class),
                new AddDimension(ticks, new HashDimension("symbol", count)),
                new RebuildTable(ticks, List.of()),
                new CreateContinuousAggregate(HOURLY),
                new CreateContinuousAggregate(DAILY),
                new SetMaterializedOnly(hourly, random.nextBoolean()),
                new SetRefreshPolicies(
                        hourly,
                        List.of(new RefreshPolicy(hours(count), Optional.of(days(2 + count)), Optional.of(hours(1))))),
                new SetRefreshPolicies(hourly, List.of()),
                new CreateObject(counts),
                new DropObject(counts.id()),
                new CreateObject(prices),
                new DropObject(prices.id()),
                new CreateObject(new ReorderPolicy(TICKS.name(), prices.id(), Schedule.CHOSEN)),
                new DropObject(ReorderPolicy.id(TICKS.name())),
                new CreateObject(view),
                new DropObject(view.id()),
                new DropObject(DAILY.id()),
                new AddColumn(ticks, column("venue", "text")),
                new DropColumn(ticks, "venue"),
                new AddConstraint(ticks, check("positive", "price > 0")),
                new DropConstraint(ticks, "positive"),
                new SetNotNull(ticks, "price"),
                new DropNotNull(ticks, "price"),
                new RenameColumn(ticks, "note", "remark"),
                new RenameObject(DAILY.id(), "per_day"),
                new RenameObject(Table.id(name("notes")), "remarks"),
                new SetComment(ticks, "", Optional.of("ticks " + count)),
                new SetComment(hourly, "", Optional.of("hours " + count)),
                new AlterColumnType(ticks, "price", TypeName.of("numeric(20, 8)"), Optional.empty()),
                new CascadeRecreate(
                        new AlterColumnType(ticks, "price", TypeName.of("numeric"), Optional.empty()), true));
        return all.get(random.nextInt(all.size()));
    }
}
