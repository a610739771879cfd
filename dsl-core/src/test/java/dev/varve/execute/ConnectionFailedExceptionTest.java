package dev.varve.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ConnectionFailedExceptionTest {

    private static final TestServer SERVER = TestServers.embedded();
    private static final String SECRET = "hunter2";

    @Revision(id = "0001", database = "postgres")
    static final class Nothing implements Migration {
        @Override
        public void define(Changes changes) {}
    }

    /** The embedded server trusts everybody but this role, for which it asks a password. */
    @BeforeAll
    static void ask_one_role_for_its_password() throws SQLException {
        SERVER.administer("create role varve_locked login password 'right'");
        rewriteHba("'host all varve_locked all scram-sha-256' || e'\\n' || pg_read_file(current_setting('hba_file'))");
        awaitRefusal();
    }

    @AfterAll
    static void trust_everybody_again() {
        rewriteHba("regexp_replace(pg_read_file(current_setting('hba_file')), '^host all varve_locked[^\\n]*\\n', '')");
        SERVER.administer("drop role varve_locked");
    }

    private static void rewriteHba(String content) {
        SERVER.administer("do $$ declare file oid := lo_from_bytea(0, convert_to(" + content + ", 'UTF8')); begin"
                + " perform lo_export(file, current_setting('hba_file')), lo_unlink(file), pg_reload_conf(); end $$");
    }

    /** The server reads its files again when it comes to it. */
    private static void awaitRefusal() throws SQLException {
        boolean trusted = true;
        while (trusted) {
            try (Connection connection = source("postgres", "varve_locked").getConnection()) {
                trusted = connection.isValid(1);
            } catch (SQLException e) {
                assertThat(e.getSQLState()).isEqualTo("28P01");
                trusted = false;
            }
        }
    }

    private static PGSimpleDataSource source(String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(SERVER.url(database).replaceFirst("\\?.*", ""));
        source.setUser(user);
        source.setPassword(SECRET);
        return source;
    }

    private static ConnectionFailedException failure(DataSource source) {
        ConnectionFailedException failure = catchThrowableOfType(
                ConnectionFailedException.class,
                () -> Migrator.builder()
                        .database("postgres", source)
                        .migrations(List.of(Nothing.class))
                        .build()
                        .upgrade());
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET);
        return failure;
    }

    private static String port() {
        return String.valueOf(
                URI.create(SERVER.url("postgres").substring("jdbc:".length())).getPort());
    }

    @Test
    void a_wrong_password_is_said_with_the_user_and_without_the_password() {
        assertThat(failure(source("postgres", "varve_locked")))
                .hasMessageStartingWith(
                        "No connection to the database \"postgres\" (database \"postgres\" at localhost:" + port()
                                + " as user \"varve_locked\"): the password is wrong (")
                .hasMessageEndingWith("). Check the user and the password.");
    }

    @Test
    void a_database_that_does_not_exist_is_named() {
        assertThat(failure(source("no_such_thing", "postgres")))
                .hasMessageContaining("database \"no_such_thing\" at localhost")
                .hasMessageContaining(
                        "it does not exist on that server (FATAL: database \"no_such_thing\" does not exist)");
    }

    @Test
    void a_server_that_does_not_run_is_named() throws IOException {
        PGSimpleDataSource source = source("postgres", "postgres");
        source.setPortNumbers(new int[] {freePort()});

        assertThat(failure(source))
                .hasMessageContaining("at localhost:" + source.getPortNumbers()[0])
                .hasMessageContaining("the server does not answer (")
                .hasMessageContaining("Check that it runs, and the host and port in the URL.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void a_pool_that_gets_no_connection_says_why() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SERVER.url("postgres").replaceFirst("\\?.*", "") + "?password=" + SECRET);
        config.setUsername("varve_locked");
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(300);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThat(failure(pool)).hasMessageContaining("the password is wrong (");
        }
    }
}
