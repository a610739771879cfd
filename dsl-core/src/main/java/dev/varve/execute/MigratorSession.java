package dev.varve.execute;

import dev.varve.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The one connection on which a database is migrated: it takes the lock, runs the statements and keeps the store. What it changes about the
 * session it puts back at the end, however it ends, so that a pooled connection is again as it was.
 */
final class MigratorSession implements AutoCloseable {

    private static final Executor SAME_THREAD = Runnable::run;

    private final Connection connection;
    private final boolean autoCommit;
    private final int networkTimeout;
    private final List<Sql> restoration = new ArrayList<>();
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
        begin();
        restoration.addAll(new SessionSettings(run).applyTo(connection));
    }

    Connection connection() {
        return connection;
    }

    /** The number of the process that serves this session. */
    int pid() {
        return pid;
    }

    /** Lifts the limit on statements and looks where this is, in a statement that is too short for any limit. */
    private void begin() throws SQLException {
        String sql = "select pg_is_in_recovery(), current_setting('transaction_read_only')::boolean, pg_backend_pid(),"
                + " current_setting('statement_timeout'), set_config('statement_timeout', '0', false)";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            restoration.add(SessionSettings.restoration("statement_timeout", row.getString(4), false));
            refuseReadOnly(row.getBoolean(1), row.getBoolean(2));
            pid = row.getInt(3);
        }
    }

    private static void refuseReadOnly(boolean standby, boolean readOnly) {
        if (standby) {
            throw new ExecutionException("The server is a standby and takes no changes. Connect to the primary server"
                    + " (targetServerType=primary in the URL).");
        }
        if (readOnly) {
            throw new ExecutionException(
                    "The session is read-only (default_transaction_read_only = on), so nothing can be"
                            + " changed. Connect with another role or database setting.");
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
        if (!restoration.isEmpty()) {
            execute(Sql.join("; ", restoration));
        }
        connection.setNetworkTimeout(SAME_THREAD, networkTimeout);
        connection.setAutoCommit(autoCommit);
    }
}
