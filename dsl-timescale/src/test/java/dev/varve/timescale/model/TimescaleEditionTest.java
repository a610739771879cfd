package dev.varve.timescale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.Extension;
import dev.varve.model.Schema;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.sql.Statement;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import dev.varve.timescale.Market;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TimescaleEditionTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private static final CreateObject CREATING = new CreateObject(new Extension("timescaledb", Optional.empty()));

    private static Database on(TimescaleEdition.License license, TimescaleEdition.Readiness readiness) {
        TimescaleEdition edition = new TimescaleEdition(license, TimescaleVersion.NEWEST, "public", readiness);
        return Database.empty().on(Environment.NEWEST.with(TimescaleEdition.class, edition));
    }

    @Test
    void the_extension_goes_into_a_schema_that_is_named() {
        Database before = on(TimescaleEdition.License.COMMUNITY, TimescaleEdition.Readiness.READY);

        assertThat(CREATING.statements(before))
                .hasToString("[create extension if not exists timescaledb schema public]");
        assertThat(new DropObject(Extension.id("timescaledb")).statements(CREATING.after(before)))
                .hasToString("[drop extension timescaledb]");
    }

    @Test
    void a_server_without_the_files_is_told_so_before_anything_runs() {
        Database before = on(TimescaleEdition.License.COMMUNITY, TimescaleEdition.Readiness.NOT_AVAILABLE);

        assertThatThrownBy(() -> CREATING.statements(before))
                .hasMessage(
                        "TimescaleDB is not installed on this server: pg_available_extensions does not list \"timescaledb\"."
                                + " Install the package of TimescaleDB for this PostgreSQL, or treat the database as a plain"
                                + " one (--plain, mode(PLAIN)).");
    }

    @Test
    void a_server_that_does_not_preload_the_library_is_told_the_setting() {
        Database before = on(TimescaleEdition.License.COMMUNITY, TimescaleEdition.Readiness.NOT_PRELOADED);

        assertThatThrownBy(() -> CREATING.statements(before))
                .hasMessage(
                        "TimescaleDB is installed on this server but not preloaded, so that \"create extension\" would end the"
                                + " connection. Add shared_preload_libraries = 'timescaledb' to postgresql.conf and restart the server.");
    }

    @Test
    void the_apache_license_has_hypertables_alone() {
        Database apache = on(TimescaleEdition.License.APACHE, TimescaleEdition.Readiness.INSTALLED)
                .plus(new Schema("trading"));

        assertThat(new CreateObject(Market.TICKS).statements(apache)).hasSize(2);
        assertThatThrownBy(() -> new CreateObject(Market.FULL_TICKS).statements(apache))
                .hasMessage(
                        "This server runs TimescaleDB under the Apache license, which has no compression by symbol for table"
                                + " trading.ticks. Set timescaledb.license = 'timescale', or leave it out.");
        Database withTicks = apache.plus(Market.TICKS);
        assertThatThrownBy(() -> new CreateObject(Market.HOURLY).statements(withTicks))
                .hasMessage(
                        "This server runs TimescaleDB under the Apache license, which has no continuous aggregates. Set"
                                + " timescaledb.license = 'timescale', or make trading.hourly a materialized view.");
    }

    @Test
    void a_real_server_says_what_it_can_do_and_the_extension_comes_and_goes_in_one_session() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            execute(connection, "set search_path = ''");
            for (int i = 0; i < 2; i++) {
                TimescaleEdition found = edition(connection);
                assertThat(found.readiness()).isEqualTo(TimescaleEdition.Readiness.READY);
                run(connection, CREATING);
                assertThat(edition(connection).isInstalled()).isTrue();
                assertThat(edition(connection).license()).isEqualTo(TimescaleEdition.License.COMMUNITY);
                assertThat(edition(connection).version()).isEqualByComparingTo(found.version());
                run(connection, new DropObject(Extension.id("timescaledb")));
            }
        }
    }

    @Test
    void a_role_without_rights_is_told_so_before_anything_runs() throws SQLException {
        // laws that run meanwhile take all privileges, also on databases, from roles called varve_*
        String role = DATABASE.get().name().replace("varve_", "guest_of_");
        DATABASE.get().execute("create role " + role);
        try (Connection connection = as(role)) {
            TimescaleEdition found = edition(connection);
            assertThat(found.readiness()).isEqualTo(TimescaleEdition.Readiness.NOT_ALLOWED);
            assertThatThrownBy(() -> CREATING.statements(
                            Database.empty().on(Environment.NEWEST.with(TimescaleEdition.class, found))))
                    .hasMessageStartingWith("This role may not create TimescaleDB")
                    .hasMessageContaining("grant create on database");
        }

        DATABASE.get().execute("grant create on database " + DATABASE.get().name() + " to " + role);
        try (Connection connection = as(role)) {
            assertThat(edition(connection).readiness()).isEqualTo(TimescaleEdition.Readiness.READY);
            execute(connection, "create extension timescaledb");
            execute(connection, "drop extension timescaledb");
        }
        DATABASE.get().execute("drop owned by " + role);
        DATABASE.get().execute("drop role " + role);
    }

    @Test
    void the_extension_may_be_there_already() throws SQLException {
        String role = "varve_" + DATABASE.get().name().substring(6, 16);
        DATABASE.get().execute("create role " + role, "create extension timescaledb");
        try (Connection connection = DATABASE.connect()) {
            execute(connection, "set role " + role);
            Database before = Database.empty().on(Introspector.create().environment(connection));
            for (Statement statement : CREATING.statements(before)) {
                execute(connection, statement.sql().text());
            }
            assertThat(Introspector.create().read(connection).database()).isEqualTo(CREATING.after(before));
        }
        DATABASE.get().execute("drop role " + role);
    }

    @Test
    void a_server_without_the_extension_is_recognised() throws SQLException {
        try (TestDatabase database = TestServers.embedded().create();
                Connection connection = database.connect()) {
            assertThat(edition(connection).readiness()).isEqualTo(TimescaleEdition.Readiness.NOT_AVAILABLE);
        }
    }

    private static Connection as(String role) throws SQLException {
        Connection connection = DATABASE.connect();
        execute(connection, "set role " + role);
        return connection;
    }

    private static TimescaleEdition edition(Connection connection) {
        return Introspector.create()
                .environment(connection)
                .feature(TimescaleEdition.class)
                .orElseThrow();
    }

    private static void run(Connection connection, Operation operation) throws SQLException {
        Database state = Introspector.create().read(connection).database();
        for (Statement statement : operation.statements(state)) {
            execute(connection, statement.sql().text());
        }
        assertThat(Introspector.create().read(connection).database().objects().toList())
                .isEqualTo(operation.after(state).objects().toList());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
