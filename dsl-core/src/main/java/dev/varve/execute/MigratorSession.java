package dev.varve.execute;

import dev.varve.sql.Literal;
import dev.varve.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * The one connection on which a database is migrated: it takes the lock, runs the statements and keeps the store. What it changes about the
 * session it puts back at the end, however it ends, so that a pooled connection is again as it was.
 */
final class MigratorSession implements AutoCloseable {

    private static final Executor SAME_THREAD = Runnable::run;
    private static final String CLIENT_CHECK = "client_connection_check_interval";

    private final Connection connection;
    private final boolean autoCommit;
    private final int networkTimeout;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private int pid;

    private MigratorSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        this.networkTimeout = connection.getNetworkTimeout();
    }

    /**
     * Prepares a connection: limits that a role or a database sets are lifted, and names are looked up with their schemas only.
     *
     * @throws ExecutionException if the server does not take changes
     */
    static MigratorSession prepare(Connection connection, Run run) throws SQLException {
        MigratorSession session = new MigratorSession(connection);
        try {
            session.prepare(run);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void prepare(Run run) throws SQLException {
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(SAME_THREAD, 0);
        refuseReadOnly();
        Map<String, String> wanted = wanted(run.locks().alone());
        wanted.put("application_name", run.name());
        try {
            set(wanted);
        } catch (SQLException e) {
            if (!ServerError.of(e).is("22023")) {
                throw e;
            }
            wanted.remove(CLIENT_CHECK); // a server on Windows knows it but cannot do it
            set(wanted);
        }
    }

    private static Map<String, String> wanted(Duration lockTimeout) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("statement_timeout", "0");
        wanted.put("lock_timeout", lockTimeout.toMillis() + "ms");
        wanted.put("idle_in_transaction_session_timeout", "60s");
        wanted.put("idle_session_timeout", "0");
        wanted.put("transaction_timeout", "0");
        wanted.put(CLIENT_CHECK, "2s"); // or the statement of a killed client would run to its end
        wanted.put("default_transaction_isolation", "read committed");
        wanted.put("default_transaction_deferrable", "off");
        wanted.put("search_path", "");
        wanted.put("standard_conforming_strings", "on");
        wanted.put("check_function_bodies", "on");
        wanted.put("DateStyle", "ISO, MDY");
        wanted.put("IntervalStyle", "postgres");
        wanted.put("TimeZone", "UTC");
        return wanted;
    }

    Connection connection() {
        return connection;
    }

    /** The number of the process that serves this session. */
    int pid() {
        return pid;
    }

    private void refuseReadOnly() throws SQLException {
        String sql = "select pg_is_in_recovery(), current_setting('transaction_read_only')::boolean, pg_backend_pid()";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            if (row.getBoolean(1)) {
                throw new ExecutionException(
                        "The server is a standby and takes no changes. Connect to the primary server"
                                + " (targetServerType=primary in the URL).");
            }
            if (row.getBoolean(2)) {
                throw new ExecutionException(
                        "The session is read-only (default_transaction_read_only = on), so nothing can be"
                                + " changed. Connect with another role or database setting.");
            }
            pid = row.getInt(3);
        }
    }

    /** Sets what the server knows of these, and remembers what it was, in one statement. */
    private void set(Map<String, String> wanted) throws SQLException {
        Sql sql = Sql.of(
                """
                with wanted (name, value) as (values {}), known as materialized (
                    select w.name, w.value, current_setting(w.name) as old
                    from wanted w join pg_settings s on lower(s.name) = lower(w.name))
                select name, old, set_config(name, value, false) from known""",
                Sql.join(
                        ", ",
                        wanted.entrySet().stream()
                                .map(e -> Sql.of("({}, {})", Literal.text(e.getKey()), Literal.text(e.getValue())))
                                .toList()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.text())) {
            while (row.next()) {
                settings.put(row.getString("name"), row.getString("old"));
            }
        }
    }

    /** Runs a statement as it is: braces and question marks mean nothing to the driver, and its pool sets no limit. */
    void execute(Sql sql) throws SQLException {
        try (Statement statement = statement()) {
            statement.execute(sql.text());
        }
    }

    /** The first column of the first row, as text; empty if there is no row. */
    String ask(Sql sql) throws SQLException {
        try (Statement statement = statement();
                ResultSet row = statement.executeQuery(sql.text())) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        statement.setQueryTimeout(0);
        return statement;
    }

    /** Puts everything back and returns the connection; one that cannot be put back is of no use to anybody else. */
    @Override
    public void close() throws SQLException {
        try (Connection returned = connection) {
            if (returned.isClosed()) {
                return;
            }
            try {
                restore();
            } catch (SQLException e) {
                returned.abort(SAME_THREAD);
            }
        }
    }

    private void restore() throws SQLException {
        if (!settings.isEmpty()) {
            execute(settings.entrySet().stream()
                    .map(e -> Sql.of(
                            "pg_catalog.set_config({}, {}, false)",
                            Literal.text(e.getKey()),
                            Literal.text(e.getValue())))
                    .collect(Collectors.collectingAndThen(
                            Collectors.toList(), calls -> Sql.of("select {}", Sql.join(", ", calls)))));
        }
        connection.setNetworkTimeout(SAME_THREAD, networkTimeout);
        connection.setAutoCommit(autoCommit);
    }
}
