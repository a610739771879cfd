package dev.varve.execute;

import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.text;
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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions that are ended, rows that are locked, and what the next run makes of it. */
class InterruptionTest {

    private static final PlainTable ORDERS = table("orders").inSchema("trading");

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "0001", database = "postgres")
    static final class CreateOrders implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(
                    schema("trading"),
                    ORDERS.column("id", bigint().primaryKey()).column("note", text()));
        }
    }

    @Revision(id = "0002", database = "postgres", dependsOn = CreateOrders.class)
    static final class IndexOrders implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS)
                    .addColumn("venue", text())
                    .addIndex(on("venue").concurrently())
                    .addColumn("fee", bigint());
        }
    }

    @Revision(id = "0003", database = "postgres", dependsOn = IndexOrders.class)
    static final class AddPrice implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS).addColumn("price", bigint());
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array goes no further
    private static MigratorBuilder migrator(Class<? extends Migration>... migrations) {
        return Migrator.builder().database("postgres", DATABASE.dataSource()).migrations(List.of(migrations));
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    /** Asks until the answer is as expected; how long that takes is the server's affair. */
    private static void await(Connection connection, String sql, String expected) throws SQLException {
        while (!ask(connection, sql).equals(expected)) {
            Thread.onSpinWait();
        }
    }

    private static final String BUILDING = "select count(*) from pg_stat_progress_create_index p"
            + " join pg_index i on i.indexrelid = p.index_relid where p.datname = current_database() and i.indisready and not i.indisvalid";

    @Test
    void a_session_that_is_ended_while_it_builds_an_index_leaves_work_that_the_next_run_finishes() throws SQLException {
        migrator(CreateOrders.class).build().upgrade();
        CompletableFuture<Void> interrupted;
        try (Connection observer = DATABASE.connect();
                Connection parked = DATABASE.connect()) {
            parked.setAutoCommit(false);
            parked.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            ask(parked, "select count(*) from pg_class"); // a snapshot for which the index waits at its end
            interrupted = InBackground.run(() ->
                    migrator(CreateOrders.class, IndexOrders.class).build().upgrade());
            await(observer, BUILDING, "1");

            ask(
                    observer,
                    "select pg_terminate_backend(pid) from pg_stat_progress_create_index where datname = current_database()");
            assertThatThrownBy(interrupted::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ExecutionException.class);

            assertThat(
                            ask(
                                    observer,
                                    "select concat_ws(' ', state, segments_done, segment_begun) from varve.revision where id = '0002'"))
                    .isEqualTo("applying 1 t");
            parked.rollback();
        }
        List<String> told = new ArrayList<>();
        migrator(CreateOrders.class, IndexOrders.class)
                .listener(new MigrationListener() {
                    @Override
                    public void recovering(Step step, PlannedStatement statement, String what) {
                        told.add(what);
                    }
                })
                .build()
                .upgrade();

        assertThat(told).containsExactly("was cut off; removing what it left behind");
        try (Connection observer = DATABASE.connect()) {
            assertThat(ask(observer, "select count(*) from pg_index where not indisvalid"))
                    .isEqualTo("0");
            assertThat(ask(
                            observer,
                            "select string_agg(id || ' ' || state, ', ' order by ordinal) from varve.revision"))
                    .isEqualTo("0001 applied, 0002 applied");
        }
    }

    @Test
    void what_is_half_applied_has_to_be_finished_before_it_is_taken_back() {
        migrator(CreateOrders.class).build().upgrade();
        DATABASE.get()
                .execute(
                        "insert into varve.revision (id, description, parents, checksum, canonical, source_digest, state, library)"
                                + " values ('0002', '', '{0001}', '', '', '', 'applying', '')");

        assertThatThrownBy(() -> migrator(CreateOrders.class, IndexOrders.class)
                        .allowChanged()
                        .acceptLoss(LossAcceptance.ALL)
                        .build()
                        .downgrade("postgres", RevisionTarget.BASE))
                .hasMessage(
                        "Revision 0002 of postgres was interrupted while it was applied. Finish that first (\"upgrade --database"
                                + " postgres -r 0002\").");
    }

    @Test
    void a_lock_that_somebody_holds_is_tried_again_in_short_turns_until_it_is_free() throws SQLException {
        migrator(CreateOrders.class, IndexOrders.class).build().upgrade();
        try (Connection reader = DATABASE.connect()) {
            reader.setAutoCommit(false);
            ask(reader, "select count(*) from trading.orders");
            List<String> holders = new ArrayList<>();
            MigrationListener listener = new MigrationListener() {
                @Override
                public void waitingForLock(Step step, int attempt, String who) {
                    holders.add(who);
                    if (attempt == 2) {
                        end(reader);
                    }
                }
            };

            migrator(CreateOrders.class, IndexOrders.class, AddPrice.class)
                    .listener(listener)
                    .build()
                    .upgrade();

            assertThat(holders)
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("idle in transaction", "select count(*) from trading.orders");
        }
    }

    private static void end(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_lock_that_is_not_to_be_had_in_time_leaves_everything_as_it_was() throws SQLException {
        migrator(CreateOrders.class, IndexOrders.class).build().upgrade();
        try (Connection reader = DATABASE.connect()) {
            reader.setAutoCommit(false);
            ask(reader, "select count(*) from trading.orders");
            LockSettings impatient =
                    new LockSettings(Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofMinutes(1));

            assertThatThrownBy(() -> migrator(CreateOrders.class, IndexOrders.class, AddPrice.class)
                            .locks(impatient)
                            .build()
                            .upgrade())
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("55P03")
                    .hasMessageContaining("Nothing of revision 0003 was applied. Mend")
                    .hasMessageContaining("Locks on tables are held by: pid ");
        }
    }

    @Test
    void no_attempt_at_a_lock_makes_a_reader_wait_for_more_than_two_seconds_and_some_evict_an_autovacuum() {
        List<Duration> timeouts = new ArrayList<>();
        for (int attempt = 1; attempt <= 100; attempt++) {
            timeouts.add(LockLadder.timeout(attempt));
            assertThat(LockLadder.pause(attempt))
                    .isGreaterThanOrEqualTo(LockLadder.timeout(attempt).multipliedBy(2));
        }
        assertThat(timeouts).allMatch(timeout -> timeout.compareTo(Duration.ofSeconds(2)) <= 0);
        assertThat(timeouts).anyMatch(timeout -> timeout.compareTo(Duration.ofSeconds(1)) > 0);
    }

    @Test
    void another_migrator_is_waited_for_and_named() throws Exception {
        migrator(CreateOrders.class).build().upgrade();
        CountDownLatch waiting = new CountDownLatch(1);
        List<String> holders = new ArrayList<>();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void waitingForMigrator(String database, String holder) {
                holders.add(holder);
                waiting.countDown();
            }
        };
        try (Connection other = DATABASE.connect()) {
            ask(other, "select pg_advisory_lock(" + MigrationLock.key("varve") + ")");
            CompletableFuture<Void> waiter = InBackground.run(() -> migrator(CreateOrders.class, IndexOrders.class)
                    .listener(listener)
                    .build()
                    .upgrade());
            waiting.await();
            ask(other, "select pg_advisory_unlock(" + MigrationLock.key("varve") + ")");
            waiter.join();
        }
        assertThat(holders).hasSize(1).first().asString().startsWith("pid ");
    }

    @Test
    void somebody_who_may_not_make_the_store_is_told_what_to_grant() throws SQLException {
        DATABASE.get()
                .execute(
                        "do $$ begin create role varve_guest login password 'guest'; exception when duplicate_object then null; end $$",
                        "revoke create on database " + DATABASE.get().name() + " from public");
        try (Connection connection = DATABASE.connect()) {
            ask(connection, "select set_config('role', 'varve_guest', false)");

            assertThatThrownBy(() -> Migrator.builder()
                            .database("postgres", new OneConnection(connection))
                            .migrations(List.of(CreateOrders.class))
                            .build()
                            .upgrade())
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("may not make the version store in schema \"varve\"")
                    .hasMessageContaining("grant create on database");
        }
    }

    @Test
    void a_session_that_takes_no_changes_is_refused() {
        DATABASE.get().execute("alter database " + DATABASE.get().name() + " set default_transaction_read_only = on");

        assertThatThrownBy(() -> migrator(CreateOrders.class).build().upgrade())
                .hasMessageStartingWith("The session is read-only (default_transaction_read_only = on)");
    }
}
