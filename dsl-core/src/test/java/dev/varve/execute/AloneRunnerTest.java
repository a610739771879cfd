package dev.varve.execute;

import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.text;
import static dev.varve.execute.Databases.ask;
import static dev.varve.execute.Databases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.PlainTable;
import dev.varve.plan.LossAcceptance;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import dev.varve.testing.TurnCounter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements that run outside a transaction: their failures, their ends, and what the next run makes of that. */
class AloneRunnerTest {

    private static final PlainTable ORDERS = table("orders").inSchema("trading");

    private static final String INDEX =
            "select indisvalid from pg_index where indexrelid = to_regclass('trading.ix_orders_venue')";
    private static final String WAITING_FOR_SNAPSHOTS =
            "select count(*) from pg_index i join pg_stat_progress_create_index p"
                    + " on p.index_relid = i.indexrelid where p.datname = current_database() and i.indisready and not i.indisvalid";

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "0001", database = "postgres")
    static final class CreateOrders implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(
                    schema("trading"),
                    ORDERS.column("id", bigint().primaryKey()).column("venue", text()));
        }
    }

    @Revision(id = "0002", database = "postgres", dependsOn = CreateOrders.class)
    static final class IndexVenues implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS).addIndex(on("venue").concurrently());
        }
    }

    @Revision(id = "0002", database = "postgres", dependsOn = CreateOrders.class)
    static final class IndexVenuesOnce implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS).addIndex(on("venue").unique().concurrently());
        }
    }

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private final MigrationListener listener = new MigrationListener() {
        @Override
        public void recovering(Step step, PlannedStatement statement, String what) {
            told.add(what);
        }
    };

    private Connection observer;

    @BeforeEach
    void apply_the_first_revision() {
        observer = DATABASE.connect();
        migrator(CreateOrders.class).build().upgrade();
    }

    @AfterEach
    void close_the_observer() throws SQLException {
        observer.close();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array goes no further
    private MigratorBuilder migrator(Class<? extends Migration>... migrations) {
        return Migrator.builder()
                .database("postgres", DATABASE.dataSource())
                .migrations(List.of(migrations))
                .listener(listener);
    }

    private String row() {
        return ask(
                observer,
                "select concat_ws(' ', state, segments_done, segment_begun) from varve.revision where id = '0002'");
    }

    @Test
    void a_revision_of_which_nothing_was_done_may_be_edited_before_the_next_attempt() {
        DATABASE.get().execute("insert into trading.orders values (1, 'X'), (2, 'X')");

        assertThatThrownBy(() -> migrator(CreateOrders.class, IndexVenuesOnce.class)
                        .build()
                        .upgrade())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("23505")
                .hasMessageEndingWith(
                        "Nothing of revision 0002 was applied. Mend the cause and run the same command again.");

        assertThat(told).containsExactly("failed; removing what it left behind");
        assertThat(ask(observer, "select count(*) from pg_index where not indisvalid"))
                .isEqualTo("0");
        assertThat(row()).isEmpty();
        migrator(CreateOrders.class, IndexVenues.class).build().upgrade();
        assertThat(row()).isEqualTo("applied 0 f");
    }

    @Test
    void a_revision_of_which_nothing_was_taken_back_stays_applied() throws SQLException {
        migrator(CreateOrders.class, IndexVenues.class).build().upgrade();
        LockSettings impatient = new LockSettings(Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofMillis(100));
        try (Connection writer = DATABASE.connect()) {
            writer.setAutoCommit(false);
            try (var statement = writer.createStatement()) {
                statement.execute("lock table trading.orders in share row exclusive mode");
            }

            assertThatThrownBy(() -> migrator(CreateOrders.class, IndexVenues.class)
                            .acceptLoss(LossAcceptance.ALL)
                            .locks(impatient)
                            .build()
                            .downgrade("postgres", new RevisionTarget("0001")))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("55P03")
                    .hasMessageContaining("Nothing of revision 0002 was taken back.")
                    .hasMessageContaining("Locks on tables are held by: pid ");
            writer.rollback();
        }

        assertThat(row()).isEqualTo("applied 0 f");
    }

    @Test
    void a_client_that_is_cut_off_leaves_work_that_the_next_run_finishes() throws Exception {
        try (TurnCounter wire = new TurnCounter(DATABASE.url());
                Connection parked = DATABASE.connect();
                Connection cut = DriverManager.getConnection(wire.url())) {
            parked.setAutoCommit(false);
            parked.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            ask(parked, "select count(*) from pg_class"); // a snapshot for which the index waits at its end
            CompletableFuture<Void> first = InBackground.run(() -> Migrator.builder()
                    .database("postgres", new OneConnection(cut))
                    .migrations(List.of(CreateOrders.class, IndexVenues.class))
                    .build()
                    .upgrade());
            await(observer, WAITING_FOR_SNAPSHOTS, "1");

            wire.cut();

            assertThatThrownBy(first::join)
                    .hasCauseInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("The connection was lost; the statement may go on for a while without it");
            assertThat(row()).isEqualTo("applying 0 t");
            CountDownLatch waiting = new CountDownLatch(1);
            CompletableFuture<Void> second = InBackground.run(() -> migrator(CreateOrders.class, IndexVenues.class)
                    .listener(new MigrationListener() {
                        @Override
                        public void recovering(Step step, PlannedStatement statement, String what) {
                            told.add(what);
                            waiting.countDown();
                        }
                    })
                    .build()
                    .upgrade());
            waiting.await();
            parked.rollback();
            second.join();
        }
        assertThat(told).containsExactly("was cut off; removing what it left behind");
        assertThat(ask(observer, INDEX)).isEqualTo("t");
        assertThat(row()).isEqualTo("applied 0 f");
    }

    @Test
    void an_index_that_somebody_else_is_building_is_waited_for() throws Exception {
        interrupted("IndexVenues");
        try (Connection parked = DATABASE.connect();
                Connection other = DATABASE.connect()) {
            parked.setAutoCommit(false);
            parked.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            ask(parked, "select count(*) from pg_class");
            CompletableFuture<Void> building = InBackground.run(
                    () -> execute(other, "create index concurrently ix_orders_venue on trading.orders (venue)"));
            await(observer, WAITING_FOR_SNAPSHOTS, "1");
            CountDownLatch waiting = new CountDownLatch(1);
            CompletableFuture<Void> second = InBackground.run(() -> migrator(CreateOrders.class, IndexVenues.class)
                    .allowChanged()
                    .listener(new MigrationListener() {
                        @Override
                        public void recovering(Step step, PlannedStatement statement, String what) {
                            told.add(what);
                            waiting.countDown();
                        }
                    })
                    .build()
                    .upgrade());
            waiting.await();
            parked.rollback();
            building.join();
            second.join();
        }
        assertThat(told).containsExactly("still runs on the server; waiting for it");
        assertThat(ask(observer, INDEX)).isEqualTo("t");
        assertThat(row()).isEqualTo("applied 0 f");
    }

    @Test
    void a_name_that_something_else_has_taken_meanwhile_is_an_error_that_says_so() {
        interrupted("IndexVenues");
        DATABASE.get().execute("create table trading.ix_orders_venue ()");

        assertThatThrownBy(() -> migrator(CreateOrders.class, IndexVenues.class)
                        .allowChanged()
                        .build()
                        .upgrade())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("cannot go on: The name is taken by something that is no index.");
        assertThat(row()).isEqualTo("applying 0 t");
    }

    @Test
    void the_rest_of_a_revision_that_is_cut_otherwise_by_now_does_not_run() {
        interrupted("IndexVenues");
        DATABASE.get().execute("update varve.revision set segments = 3, segments_done = 2 where id = '0002'");

        assertThatThrownBy(() -> migrator(CreateOrders.class, IndexVenues.class)
                        .allowChanged()
                        .build()
                        .upgrade())
                .hasMessageContaining("after 2 of 3 parts, and has 1 parts now, so nobody can say where to go on.");
    }

    @Test
    void what_is_half_taken_back_is_refused_although_nothing_is_pending() {
        migrator(CreateOrders.class, IndexVenues.class).build().upgrade();
        DATABASE.get().execute("update varve.revision set state = 'reverting' where id = '0002'");

        assertThatThrownBy(() ->
                        migrator(CreateOrders.class, IndexVenues.class).build().upgrade())
                .hasMessageContaining(
                        "Revision 0002 of postgres was interrupted while it was taken back. Finish that first (\"downgrade");
    }

    /** As if a run had been killed right before it built the index. */
    private static void interrupted(String description) {
        DATABASE.get()
                .execute(
                        "insert into varve.revision (id, description, parents, checksum, canonical, source_digest, state, segment_begun,"
                                + " library) values ('0002', '" + description
                                + "', '{0001}', '', '', '', 'applying', true, '')");
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
