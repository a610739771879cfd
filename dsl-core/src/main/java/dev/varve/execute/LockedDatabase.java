package dev.varve.execute;

import dev.varve.introspect.Introspector;
import dev.varve.model.Environment;
import dev.varve.plan.Step;
import dev.varve.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** A database that this migrator alone may change, as long as this is open. */
final class LockedDatabase implements AutoCloseable {

    /** The store was made by another session in the same moment. */
    private static final Set<String> RACE = Set.of("23505", "42P06", "42P07", "42710");

    private final DatabaseAccess access;
    private final MigratorSession session;
    private final MigrationLock lock;
    private final VersionStore store;
    private final StepExecutor executor;

    private LockedDatabase(
            DatabaseAccess access,
            MigratorSession session,
            MigrationLock lock,
            VersionStore store,
            StepExecutor executor) {
        this.access = access;
        this.session = session;
        this.lock = lock;
        this.store = store;
        this.executor = executor;
    }

    /** Connects, prepares the session and takes the lock. */
    static LockedDatabase open(
            DatabaseAccess access, VersionStore store, LockSettings locks, MigrationListener listener) {
        Connection connection = access.connect();
        try {
            MigratorSession session = MigratorSession.prepare(connection, locks);
            MigrationLock lock = new MigrationLock(connection, store.schema());
            lock.take(locks.forMigrator(), holder -> listener.waitingForMigrator(access.name(), holder));
            StepExecutor executor = new StepExecutor(connection, store, lock.key(), locks, listener);
            return new LockedDatabase(access, session, lock, store, executor);
        } catch (SQLException | RuntimeException e) {
            throw closing(connection, access, e);
        }
    }

    private static RuntimeException closing(Connection connection, DatabaseAccess access, Exception error) {
        try {
            connection.close();
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
        return error instanceof RuntimeException known
                ? known
                : new ExecutionException("The database \"" + access.name() + "\" said: " + error.getMessage(), error);
    }

    StoreContents contents() throws SQLException {
        return store.read(session.connection());
    }

    Environment environment(Introspector introspector) {
        return access.environment().apply(introspector.environment(session.connection()));
    }

    /** Makes the store if there is none yet. */
    void makeStore() throws SQLException {
        if (contents().exists()) {
            return;
        }
        try {
            for (Sql sql : store.creation()) {
                execute(sql);
            }
        } catch (SQLException e) {
            if (!RACE.contains(e.getSQLState())) {
                throw refused(e);
            }
        }
    }

    private SQLException refused(SQLException e) {
        if ("42501".equals(e.getSQLState())) {
            throw new ExecutionException(
                    "The user may not make the version store in schema \"" + store.schema() + "\" of \""
                            + access.name() + "\" (" + e.getMessage()
                            + "). Nothing was changed. Let a user who may do it run \"grant create on"
                            + " database ... to ...\".",
                    e);
        }
        return e;
    }

    void run(Step step) throws SQLException {
        executor.run(step, contents().find(step.revision().id()).filter(row -> !row.isComplete()));
    }

    void execute(Sql sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql.text());
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = session.connection()) {
            if (connection.isValid(5)) {
                lock.release();
                session.close();
            }
        }
    }
}
