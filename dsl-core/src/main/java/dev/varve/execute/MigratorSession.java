package dev.varve.execute;

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
 * session it puts back at the end, so that a pooled connection is again as it was.
 */
final class MigratorSession implements AutoCloseable {

    private static final Executor SAME_THREAD = Runnable::run;

    private final Connection connection;
    private final boolean autoCommit;
    private final int networkTimeout;
    private final Map<String, String> settings = new LinkedHashMap<>();

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
    static MigratorSession prepare(Connection connection, LockSettings locks) throws SQLException {
        MigratorSession session = new MigratorSession(connection);
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(SAME_THREAD, 0);
        session.refuseReadOnly();
        session.set(wanted(locks.alone()));
        return session;
    }

    private static Map<String, String> wanted(Duration lockTimeout) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("statement_timeout", "0");
        wanted.put("lock_timeout", lockTimeout.toMillis() + "ms");
        wanted.put("idle_in_transaction_session_timeout", "60s");
        wanted.put("idle_session_timeout", "0");
        wanted.put("transaction_timeout", "0");
        wanted.put("client_connection_check_interval", "2s");
        wanted.put("search_path", "");
        wanted.put("standard_conforming_strings", "on");
        wanted.put("check_function_bodies", "on");
        wanted.put("TimeZone", "UTC");
        wanted.put("application_name", "varve");
        return wanted;
    }

    Connection connection() {
        return connection;
    }

    private void refuseReadOnly() throws SQLException {
        String sql = "select pg_is_in_recovery(), current_setting('default_transaction_read_only')::boolean";
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
        }
    }

    /** Sets what the server knows of these, and remembers what it was, in one statement. */
    private void set(Map<String, String> wanted) throws SQLException {
        String sql = wanted.entrySet().stream()
                .map(e -> "('" + e.getKey() + "', '" + e.getValue() + "')")
                .collect(Collectors.joining(
                        ", ",
                        "with wanted(name, value) as (values ",
                        "), known as materialized (select w.name, w.value, current_setting(w.name) as old from wanted w"
                                + " join pg_settings s on lower(s.name) = lower(w.name))"
                                + " select name, old, set_config(name, value, false) from known"));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                settings.put(row.getString("name"), row.getString("old"));
            }
        }
    }

    /** Puts everything back. */
    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        String sql = settings.entrySet().stream()
                .map(e -> "set_config('" + e.getKey() + "', '" + e.getValue().replace("'", "''") + "', false)")
                .collect(Collectors.joining(", ", "select ", ""));
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.setNetworkTimeout(SAME_THREAD, networkTimeout);
        connection.setAutoCommit(autoCommit);
    }
}
