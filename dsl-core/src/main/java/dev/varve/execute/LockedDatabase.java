package dev.varve.execute;

import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.Operation;
import dev.varve.plan.Step;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A database that this migrator alone may change, as long as this is open. */
final class LockedDatabase implements AutoCloseable {

    private static final int CREATION_ATTEMPTS = 5;

    private final DatabaseAccess access;
    private final ExecutionContext context;

    private LockedDatabase(DatabaseAccess access, ExecutionContext context) {
        this.access = access;
        this.context = context;
    }

    /** Connects, prepares the session and takes the lock. */
    static LockedDatabase open(DatabaseAccess access, Run run) {
        try {
            MigratorSession session = MigratorSession.prepare(access.connect(), run);
            return new LockedDatabase(access, locked(access, session, run));
        } catch (SQLException e) {
            throw access.said(e);
        }
    }

    private static ExecutionContext locked(DatabaseAccess access, MigratorSession session, Run run)
            throws SQLException {
        try {
            MigrationLock lock = new MigrationLock(session, run.store().schema());
            lock.take(run, holder -> run.listener().waitingForMigrator(access.name(), holder));
            return new ExecutionContext(session, lock, access.source(), run);
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    StoreContents contents() throws SQLException {
        return context.store().read(context.session().connection());
    }

    Environment environment(Introspector introspector) {
        return introspector.checked(access.environment()
                .apply(introspector.environment(context.session().connection())));
    }

    /** Asks the server what it would refuse of operations that are to come. */
    void foresee(List<Operation> coming, Database before, Introspector introspector) {
        introspector.foresee(context.session().connection(), coming, before.on(environment(introspector)));
    }

    /**
     * Makes the store if there is none yet, whole or not at all. Whoever makes another store at the same moment may make the server refuse
     * this one, once.
     */
    void makeStore(StoreContents seen) throws SQLException {
        if (seen.outdated()) {
            execute(context.store().additions());
        }
        boolean exists = seen.exists();
        for (int attempt = 1; !exists; attempt++) {
            try {
                execute(context.store().creation(hasSchema()));
                exists = true;
            } catch (SQLException e) {
                if (!ServerError.of(e).isCreationRace() || attempt == CREATION_ATTEMPTS) {
                    throw refused(e);
                }
                exists = contents().exists();
            }
        }
    }

    /** Even {@code if not exists} needs the right to create schemas, which whoever has one ready does not need to give. */
    private boolean hasSchema() throws SQLException {
        Literal schema = Literal.text(Identifier.of(context.store().schema()).sql());
        return context.session()
                .ask(Sql.of("select to_regnamespace({}) is not null", schema))
                .equals("t");
    }

    private SQLException refused(SQLException e) {
        if (ServerError.of(e).isForbidden()) {
            throw new ExecutionException(
                    "The user may not make the version store in schema \""
                            + context.store().schema() + "\" of \""
                            + access.name() + "\" (" + e.getMessage()
                            + "). Nothing was changed. Let a user who may do it run \"grant create on"
                            + " database ... to ...\".",
                    e);
        }
        return e;
    }

    /**
     * Runs a step, or what is left of it.
     *
     * @param contents what the version store held when the run began
     * @param earlier the steps that the run has finished
     */
    void run(Step step, StoreContents contents, List<Step> earlier) throws SQLException {
        Optional<AppliedRevision> interrupted =
                contents.find(step.revision().id()).filter(row -> !row.isComplete());
        new StepExecutor(context).run(step, interrupted, earlier);
    }

    /** What the database holds now of what is compared. */
    Fingerprint fingerprint(AgainstHistory compared) {
        return Fingerprint.of(compared.introspector().read(context.session().connection()), compared.scope());
    }

    /** Holds what the database has against what its revisions say. */
    Comparison compare(AgainstHistory compared, StoreContents contents) {
        return compared.compare(access, contents, context.session().connection());
    }

    /** Runs statements in one transaction. */
    void execute(List<Sql> statements) throws SQLException {
        context.execute(statements);
    }

    /** Gives the lock and the connection back, both as far as they are still there. */
    @Override
    public void close() throws SQLException {
        try (MigratorSession session = context.session()) {
            if (session.connection().isValid(5)) {
                context.lock().release();
            }
        }
    }
}
