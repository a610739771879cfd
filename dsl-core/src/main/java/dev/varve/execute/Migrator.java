package dev.varve.execute;

import dev.varve.diff.Scope;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.Operation;
import dev.varve.plan.History;
import dev.varve.plan.LossAcceptance;
import dev.varve.plan.LossNotAcceptedException;
import dev.varve.plan.MigrationPlan;
import dev.varve.plan.Planner;
import dev.varve.revision.HistoryException;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import dev.varve.revision.RevisionTarget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings databases to a place in their history: what an application calls when it starts. Can be used again and again, by one thread at a
 * time; any number of migrators in any number of processes may work on the same databases.
 *
 * <pre>{@code
 * Migrator.builder().database("postgres", dataSource).scan("com.example").build().upgrade();
 * }</pre>
 */
public final class Migrator {

    private final MigratedDatabases databases;
    private final History history;
    private final VersionStore store;
    private final Pending pending;
    private final Foresight foresight;
    private final LossAcceptance acceptance;
    private final boolean dry;
    private final DriftWatch driftWatch;
    private final AgainstHistory againstHistory;
    private final LockSettings locks;
    private final MigrationListener listener;
    private final Introspector introspector;

    Migrator(MigratorBuilder builder, RevisionGraph graph) {
        this.store = new VersionStore(builder.versionSchema, builder.application());
        this.introspector = Introspector.create().ignoring(builder.versionSchema);
        this.databases = new MigratedDatabases(builder.accesses(), store, introspector);
        this.history = new History(graph, builder.naming, this::check);
        this.acceptance = builder.dry ? LossAcceptance.ALL : builder.acceptance;
        this.dry = builder.dry;
        this.driftWatch = builder.driftWatch;
        this.againstHistory = new AgainstHistory(history, introspector, builder.scope);
        this.locks = builder.locks;
        this.listener = builder.listener;
        AppliedVerifier verifier =
                new AppliedVerifier(history, store.schema(), builder.changedAllowed, builder.listener);
        this.pending = new Pending(history, builder.leftAlone, verifier);
        this.foresight = new Foresight(history, introspector);
    }

    /** What no server could do that is treated as the one of that database is. */
    private void check(String database, Operation operation, Database before) {
        Optional.ofNullable(databases.byName().get(database))
                .ifPresent(access -> introspector.check(
                        operation, before.on(access.environment().apply(Environment.NEWEST))));
    }

    /** A builder of migrators. */
    public static MigratorBuilder builder() {
        return new MigratorBuilder();
    }

    /** The revisions and what they do; no database is asked. */
    public History history() {
        return history;
    }

    /** What of the databases is compared. */
    public Scope scope() {
        return againstHistory.scope();
    }

    /** The version store that the migrator keeps in each database. */
    public VersionStore store() {
        return store;
    }

    /**
     * Applies the pending revisions of all databases, in the order of their dependencies. With nothing to do it asks each database one query
     * and takes no lock.
     *
     * @return the steps that ran; none if there was nothing to do
     * @throws HistoryException if the revisions themselves are wrong
     * @throws ExecutionException if a database is not as it should be, or a statement fails
     */
    public MigrationPlan upgrade() {
        return migrate(Request.up(databases.names(), Planner::pending));
    }

    /** Applies the pending revisions up to a place in history, of all databases that have it, with what they require of the others. */
    public MigrationPlan upgrade(RevisionTarget target) {
        return migrate(Request.up(databases.names(), planner -> planner.pending(target)));
    }

    /** Applies the pending revisions of one database up to a place in its history. */
    public MigrationPlan upgrade(String database, RevisionTarget target) {
        return migrate(Request.up(concerned(database), planner -> planner.pending(database, target)));
    }

    /**
     * Takes the applied revisions of one database back, newest first, down to a place in its history.
     *
     * @throws LossNotAcceptedException if that loses something to which nobody agreed
     */
    public MigrationPlan downgrade(String database, RevisionTarget target) {
        return migrate(Request.down(concerned(database), planner -> planner.surplus(database, target), acceptance));
    }

    /** Takes the applied revisions of all databases back, down to a place that every history has. */
    public MigrationPlan downgrade(RevisionTarget target) {
        return migrate(Request.down(databases.names(), planner -> planner.surplus(target), acceptance));
    }

    /** A database and the others that have to be looked at with it. */
    private Set<String> concerned(String database) {
        Set<String> concerned = new LinkedHashSet<>(
                history.graph().connected(databases.get(database).name()));
        concerned.retainAll(databases.names());
        return concerned;
    }

    private MigrationPlan migrate(Request request) {
        return dry ? rehearsed(request) : ran(request);
    }

    private MigrationPlan rehearsed(Request request) {
        Map<String, StoreContents> seen = databases.look(request.concerned());
        List<RevisionNode> nodes = pending.of(request, seen);
        MigrationPlan plan = request.planning().plan(pending.planner(seen), nodes, databases::environment);
        MigratedDatabases.of(nodes)
                .forEach(database ->
                        foresight.coming(plan, database).ifPresent(coming -> databases.foresee(database, coming)));
        return plan;
    }

    /**
     * Looks without a lock first, and looks again under the lock: another migrator may have done the work meanwhile. What comes after the
     * update of an extension runs over other sessions.
     */
    private MigrationPlan ran(Request request) {
        MigrationPlan begun = new MigrationPlan(List.of());
        List<RevisionNode> nodes = pending.of(request, databases.look(request.concerned()));
        while (!nodes.isEmpty()) {
            MigrationRun.Outcome outcome = run(request).on(MigratedDatabases.of(nodes));
            begun = begun.then(outcome.plan());
            if (outcome.isFinished()) {
                return begun;
            }
            nodes = pending.of(request, databases.look(request.concerned()));
        }
        return begun;
    }

    private MigrationRun run(Request request) {
        Run run = newRun();
        DriftGuard guard = new DriftGuard(driftWatch, againstHistory, run);
        return new MigrationRun(request, databases, pending, foresight, guard, run);
    }

    private Run newRun() {
        return new Run(store, locks, listener);
    }

    /** Where a database stands. */
    public DatabaseStatus status(String database) {
        return DatabaseStatus.of(database, databases.get(database).connected(store::read), history.graph());
    }

    /**
     * Records that a database stands at a place in its history and that its revisions do what they do now, without running anything.
     */
    public void stamp(String database, RevisionTarget target) {
        new Stamp(databases.get(database), history, newRun()).at(target);
    }

    /**
     * Records a revision that follows all heads as applied without running it, whose class is not compiled yet: it does these operations.
     *
     * @throws HistoryException if they cannot follow the history
     */
    public void stamp(String database, String id, String description, List<Operation> operations) {
        new Stamp(databases.get(database), history, newRun()).of(id, description, operations);
    }

    /** What a database holds, and what its applied revisions say that it holds, in the same words. */
    public Comparison compare(String database) {
        DatabaseAccess access = databases.get(database);
        return access.connected(connection -> againstHistory.compare(access, store.read(connection), connection));
    }

    /** Another state of a database, such as that of models, in the words of its server, as far as a third one says it in other words. */
    public Database normalized(String database, Database declared, Database other) {
        return databases
                .get(database)
                .connected(connection -> introspector.normalized(connection, introspector.shown(declared), other));
    }

    /** Compares a database with what its applied revisions say that it holds. */
    public CheckResult check(String database) {
        return compare(database).result(database);
    }
}
