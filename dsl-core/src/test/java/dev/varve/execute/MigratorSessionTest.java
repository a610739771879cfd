package dev.varve.execute;

import static dev.varve.execute.Databases.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.Postgres;
import dev.varve.plan.Step;
import dev.varve.revision.Revision;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigratorSessionTest {

    private static final String SETTINGS =
            "select string_agg(name || '=' || setting, ' ' order by name) from pg_settings"
                    + " where source = 'session' or name in ('search_path', 'statement_timeout', 'lock_timeout', 'TimeZone',"
                    + " 'application_name', 'DateStyle', 'idle_in_transaction_session_timeout', 'default_transaction_isolation')";

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "0001", database = "postgres")
    static final class CreateSchema implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(Postgres.schema("trading"));
        }
    }

    @Revision(id = "0001", database = "postgres")
    static final class Fail implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("select 1 / 0", Postgres.reversedBy());
        }
    }

    private static MigratorBuilder migrator(Connection connection, Class<? extends Migration> migration) {
        return Migrator.builder()
                .database("postgres", new StrictPool(connection))
                .migrations(List.of(migration));
    }

    private static void inDatabase(String setting) {
        DATABASE.get().execute("alter database " + DATABASE.get().name() + " set " + setting);
    }

    @Test
    void limits_and_modes_of_a_database_do_not_hold_for_a_migrator() throws SQLException {
        inDatabase("statement_timeout = '10s'");
        inDatabase("lock_timeout = '1ms'");
        inDatabase("default_transaction_isolation = 'serializable'");
        try (Connection connection = DATABASE.connect()) {
            List<String> seen = new ArrayList<>();
            Migrator migrator = migrator(connection, CreateSchema.class)
                    .listener(new MigrationListener() {
                        @Override
                        public void stepStarted(Step step) {
                            seen.add(ask(connection, "show statement_timeout"));
                            seen.add(ask(connection, "show search_path"));
                            seen.add(ask(connection, "show transaction_isolation"));
                        }
                    })
                    .build();

            migrator.upgrade();

            assertThat(seen).containsExactly("0", "", "read committed");
        }
    }

    @Test
    void a_pooled_connection_goes_back_as_it_came_after_work_that_was_done() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            ask(connection, "select set_config('search_path', 'a, \"b c\"', false)");
            connection.commit();
            connection.setNetworkTimeout(Runnable::run, 123_000);
            String before = ask(connection, SETTINGS);
            connection.commit();

            migrator(connection, CreateSchema.class).build().upgrade();

            assertThat(ask(connection, SETTINGS)).isEqualTo(before);
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.getNetworkTimeout()).isEqualTo(123_000);
        }
    }

    @Test
    void a_pooled_connection_goes_back_as_it_came_after_a_failure() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            String before = ask(connection, SETTINGS);

            assertThatThrownBy(() -> migrator(connection, Fail.class).build().upgrade())
                    .isInstanceOf(MigrationFailedException.class);

            assertThat(ask(connection, SETTINGS)).isEqualTo(before);
        }
    }

    @Test
    void a_pooled_connection_goes_back_as_it_came_when_another_migrator_keeps_the_lock() throws SQLException {
        LockSettings impatient = new LockSettings(Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (Connection connection = DATABASE.connect();
                Connection other = DATABASE.connect()) {
            ask(other, "select pg_advisory_lock(" + MigrationLock.key("varve") + ")");
            ask(other, "select set_config('application_name', 'other pod', false)");
            String before = ask(connection, SETTINGS);

            assertThatThrownBy(() -> migrator(connection, CreateSchema.class)
                            .locks(impatient)
                            .build()
                            .upgrade())
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageStartingWith("Another migrator has been working on this database for more than")
                    .hasMessageContaining("pid " + ask(other, "select pg_backend_pid()"))
                    .hasMessageContaining("other pod");

            assertThat(ask(connection, SETTINGS)).isEqualTo(before);
        }
    }

    @Test
    void a_pooled_connection_goes_back_as_it_came_when_the_server_takes_no_changes() throws SQLException {
        inDatabase("default_transaction_read_only = on");
        try (Connection connection = DATABASE.connect()) {
            connection.setNetworkTimeout(Runnable::run, 123_000);

            assertThatThrownBy(() ->
                            migrator(connection, CreateSchema.class).build().upgrade())
                    .hasMessageStartingWith("The session is read-only");

            assertThat(connection.getNetworkTimeout()).isEqualTo(123_000);
        }
    }

    @Test
    void nothing_is_set_where_nothing_is_to_do() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            migrator(connection, CreateSchema.class).build().upgrade();
            inDatabase("default_transaction_read_only = on");
        }
        try (Connection connection = DATABASE.connect()) {
            assertThat(migrator(connection, CreateSchema.class)
                            .build()
                            .upgrade()
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void a_session_that_lost_its_lock_stops_and_applies_nothing() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            Migrator migrator = migrator(connection, CreateSchema.class)
                    .listener(new MigrationListener() {
                        @Override
                        public void stepStarted(Step step) {
                            ask(connection, "select pg_advisory_unlock_all()");
                        }
                    })
                    .build();
            String before = ask(connection, SETTINGS);

            assertThatThrownBy(migrator::upgrade)
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageStartingWith("The session does not hold the lock of the migrators any more")
                    .hasMessageContaining("PgBouncer");

            assertThat(ask(connection, "select count(*) from pg_namespace where nspname = 'trading'"))
                    .isEqualTo("0");
            assertThat(ask(connection, SETTINGS)).isEqualTo(before);
        }
    }
}
