package dev.varve.execute;

import dev.varve.diff.Scope;
import dev.varve.introspect.Introspection;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.Operation;
import dev.varve.operation.UpdateExtension;
import dev.varve.plan.Direction;
import dev.varve.plan.History;
import dev.varve.plan.LossAcceptance;
import dev.varve.plan.LossNotAcceptedException;
import dev.varve.plan.MigrationPlan;
import dev.varve.plan.Planner;
import dev.varve.plan.ReplayedRevision;
import dev.varve.plan.Step;
import dev.varve.revision.HistoryException;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import dev.varve.revision.RevisionTarget;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings databases to a place in their history: what an application calls when it starts. Can be used again and again, by one thread at a
 * time; any number of migrators in any number of processes may work on the same databases.
 *
 * <pre>{@code
 * Migrator.builder().database("postgres", dataSource).scan("com.example").build().upgrade();
 * }</pre>
 */
public final class Migrator {

    private final Map<String, DatabaseAccess> databases;
    private final Set<String> leftAlone;
    private final History history;
    private final VersionStore store;
    private final LossAcceptance acceptance;
    private final boolean changedAllowed;
    private final boolean dry;
    private final DriftWatch driftWatch;
    private final Scope scope;
    private final LockSettings locks;
    private final MigrationListener listener;
    private final Introspector introspector;

    Migrator(MigratorBuilder builder, RevisionGraph graph) {
        this.databases = new TreeMap<>();
        builder.databases.forEach((name, access) -> databases.put(name, access.treated(builder::treated)));
        this.leftAlone = Set.copyOf(builder.leftAlone);
        this.history = new History(graph, builder.naming, this::check);
        this.store = new VersionStore(builder.versionSchema, builder.application());
        this.acceptance = builder.acceptance;
        this.changedAllowed = builder.changedAllowed;
        this.dry = builder.dry;
        this.driftWatch = builder.driftWatch;
        this.scope = builder.scope;
        this.locks = builder.locks;
        this.listener = builder.listener;
        this.introspector = Introspector.create().ignoring(builder.versionSchema);
    }

    /** What no server could do that is treated as the one of that database is. */
    private void check(String database, Operation operation, Database before) {
        Optional.ofNullable(databases.get(database))
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
        return scope;
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
        return up(databases.keySet(), Planner::pending);
    }

    /** Applies the pending revisions up to a place in history, of all databases that have it, with what they require of the others. */
    public MigrationPlan upgrade(RevisionTarget target) {
        return up(databases.keySet(), planner -> planner.pending(target));
    }

    /** Applies the pending revisions of one database up to a place in its history. */
    public MigrationPlan upgrade(String database, RevisionTarget target) {
        return up(concerned(database), planner -> planner.pending(database, target));
    }

    /**
     * Takes the applied revisions of one database back, newest first, down to a place in its history.
     *
     * @throws LossNotAcceptedException if that loses something to which nobody agreed
     */
    public MigrationPlan downgrade(String database, RevisionTarget target) {
        return down(concerned(database), planner -> planner.surplus(database, target));
    }

    /** Takes the applied revisions of all databases back, down to a place that every history has. */
    public MigrationPlan downgrade(RevisionTarget target) {
        return down(databases.keySet(), planner -> planner.surplus(target));
    }

    /** A database and the others that have to be looked at with it. */
    private Set<String> concerned(String database) {
        Set<String> concerned =
                new LinkedHashSet<>(history.graph().connected(access(database).name()));
        concerned.retainAll(databases.keySet());
        return concerned;
    }

    private MigrationPlan up(Set<String> concerned, Function<Planner, List<RevisionNode>> finder) {
        return migrate(new Request(concerned, finder, AppliedRevision.State.REVERTING, Planner::applying));
    }

    private MigrationPlan down(Set<String> concerned, Function<Planner, List<RevisionNode>> finder) {
        return migrate(new Request(
                concerned, finder, AppliedRevision.State.APPLYING, (planner, nodes, environments) -> {
                    MigrationPlan plan = planner.reverting(nodes, environments);
                    if (!dry && !acceptance.covers(plan)) {
                        throw new LossNotAcceptedException(acceptance.refused(plan));
                    }
                    return plan;
                }));
    }

    private interface Planning {
        MigrationPlan plan(Planner planner, List<RevisionNode> nodes, Function<String, Environment> environments);
    }

    /**
     * What somebody wants to have done.
     *
     * @param finder finds the revisions that have to run
     * @param obstacle what an interrupted revision may not be, for it was on its way in the other direction
     */
    private record Request(
            Set<String> concerned,
            Function<Planner, List<RevisionNode>> finder,
            AppliedRevision.State obstacle,
            Planning planning) {}

    private MigrationPlan migrate(Request request) {
        return dry ? rehearsed(request) : ran(request);
    }

    private MigrationPlan rehearsed(Request request) {
        Map<String, StoreContents> seen = look(request.concerned());
        List<RevisionNode> nodes = checked(request, seen);
        MigrationPlan plan = request.planning().plan(planner(seen), nodes, this::environment);
        for (String database : databasesOf(nodes)) {
            Environment environment = environment(database);
            access(database).connected(connection -> {
                coming(plan, database)
                        .ifPresent(coming -> introspector.foresee(
                                connection, coming.operations(), coming.before().on(environment)));
                return plan;
            });
        }
        return plan;
    }

    private Environment environment(String database) {
        DatabaseAccess access = access(database);
        return access.connected(
                connection -> introspector.checked(access.environment().apply(introspector.environment(connection))));
    }

    /**
     * Looks without a lock first, and looks again under the lock: another migrator may have done the work meanwhile. What comes after the
     * update of an extension runs over other sessions.
     */
    private MigrationPlan ran(Request request) {
        Optional<MigrationPlan> begun = Optional.empty();
        while (true) {
            List<RevisionNode> nodes = checked(request, look(request.concerned()));
            if (nodes.isEmpty()) {
                return begun.orElse(new MigrationPlan(List.of()));
            }
            Outcome outcome = underLocks(request, databasesOf(nodes));
            begun = Optional.of(begun.map(plan -> plan.then(outcome.plan())).orElse(outcome.plan()));
            if (outcome.finished()) {
                return begun.orElseThrow();
            }
        }
    }

    /**
     * How far a run came.
     *
     * @param plan what it began
     * @param finished whether nothing is left to do
     */
    private record Outcome(MigrationPlan plan, boolean finished) {}

    private List<RevisionNode> checked(Request request, Map<String, StoreContents> seen) {
        List<RevisionNode> nodes = find(request.finder(), seen);
        verifier().verify(seen, nodes.isEmpty());
        verifier().refuseUnfinished(seen, request.obstacle());
        return nodes;
    }

    /** Unfinished if another migrator has changed meanwhile which databases have to be locked, or if other sessions have to go on. */
    private Outcome underLocks(Request request, Set<String> names) {
        List<DatabaseAccess> accesses =
                names.stream().sorted().map(this::access).toList();
        try (LockedDatabases locked = LockedDatabases.open(accesses, newRun())) {
            Map<String, StoreContents> seen = seen(request, locked);
            List<RevisionNode> nodes = checked(request, seen);
            if (!names.containsAll(databasesOf(nodes))) {
                return new Outcome(new MigrationPlan(List.of()), false);
            }
            if (nodes.isEmpty()) {
                return new Outcome(new MigrationPlan(List.of()), true);
            }
            List<RevisionNode> next = foreseeable(nodes);
            MigrationPlan plan = request.planning()
                    .plan(planner(seen), next, name -> locked.get(name).environment(introspector));
            for (String database : locked.names()) {
                coming(plan, database)
                        .ifPresent(coming ->
                                locked.get(database).foresee(coming.operations(), coming.before(), introspector));
            }
            return new Outcome(plan, isFinished(plan, seen, locked) && next.size() == nodes.size());
        } catch (SQLException e) {
            throw new ExecutionException(
                    "A database said: " + e.getMessage() + ". What was done before is recorded.", e);
        }
    }

    /** What is locked is looked at over the connection that locks it: there may be no second one. */
    private Map<String, StoreContents> seen(Request request, LockedDatabases locked) throws SQLException {
        Set<String> others = new LinkedHashSet<>(request.concerned());
        others.removeAll(locked.names());
        Map<String, StoreContents> seen = look(others);
        seen.putAll(locked.contents());
        return seen;
    }

    /** What comes after the update of an extension is planned when that is done: nobody knows before what the server can do then. */
    private List<RevisionNode> foreseeable(List<RevisionNode> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            RevisionNode node = nodes.get(i);
            boolean updates = history.revision(node.database(), node.id()).operations().stream()
                    .anyMatch(UpdateExtension.class::isInstance);
            if (updates) {
                return nodes.subList(0, i + 1);
            }
        }
        return nodes;
    }

    private boolean isFinished(MigrationPlan plan, Map<String, StoreContents> seen, LockedDatabases locked)
            throws SQLException {
        try {
            run(plan, seen, locked);
            return true;
        } catch (SessionOutlivedException e) {
            return false;
        }
    }

    private void run(MigrationPlan plan, Map<String, StoreContents> seen, LockedDatabases locked) throws SQLException {
        for (String database : locked.names()) {
            locked.get(database).makeStore(seen.get(database));
            watch(database, seen.get(database), locked.get(database));
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            locked.get(step.database())
                    .run(step, seen.get(step.database()), plan.steps().subList(0, i));
            tellSkipped(step, locked.get(step.database()).environment(introspector));
        }
        for (String database : locked.names()) {
            remember(locked.get(database));
        }
    }

    /** What was kept is good for one run: one that fails leaves behind what nobody can compare. */
    private void watch(String database, StoreContents seen, LockedDatabase locked) throws SQLException {
        if (driftWatch == DriftWatch.OFF || seen.fingerprint().isEmpty()) {
            return;
        }
        boolean interrupted = seen.unfinished().isPresent();
        if (!interrupted && locked.fingerprint(introspector, scope).contradicts(seen.fingerprint())) {
            refuseOrTell(database);
        }
        locked.execute(store.fingerprint(""));
    }

    private void refuseOrTell(String database) {
        if (driftWatch == DriftWatch.REFUSE) {
            throw new ExecutionException(
                    "The database \"" + database + "\" was changed by hand since it was migrated last."
                            + " Nothing was changed. \"drift -d " + database
                            + "\" shows how; \"--adopt\" makes a revision of it, and"
                            + " \"--revert\" prints the way back.");
        }
        listener.drifted(database);
    }

    private void remember(LockedDatabase locked) throws SQLException {
        if (driftWatch != DriftWatch.OFF) {
            locked.execute(
                    store.fingerprint(locked.fingerprint(introspector, scope).toString()));
        }
    }

    private record Coming(List<Operation> operations, Database before) {}

    /** What a plan will do in a database, if it applies something there. */
    private Optional<Coming> coming(MigrationPlan plan, String database) {
        List<ReplayedRevision> revisions = plan.steps().stream()
                .filter(step ->
                        step.direction() == Direction.UP && step.database().equals(database))
                .map(step -> history.revision(database, step.revision().id()))
                .toList();
        List<Operation> operations = revisions.stream()
                .flatMap(revision -> revision.operations().stream())
                .toList();
        return revisions.stream().findFirst().map(first -> new Coming(operations, first.before()));
    }

    private void tellSkipped(Step step, Environment environment) {
        List<String> skipped = new ArrayList<>();
        ReplayedRevision revision =
                history.revision(step.database(), step.revision().id());
        Database state = revision.before().on(environment);
        for (Operation operation : step.direction() == Direction.UP ? revision.operations() : List.<Operation>of()) {
            skipped.addAll(introspector.skipped(operation, state));
            state = operation.after(state);
        }
        if (!skipped.isEmpty()) {
            listener.skipped(step, skipped);
        }
    }

    private static Set<String> databasesOf(List<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::database).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the databases have, in one query each. */
    private Map<String, StoreContents> look(Set<String> concerned) {
        Map<String, StoreContents> seen = new LinkedHashMap<>();
        for (String database : concerned) {
            seen.put(database, access(database).connected(store::read));
        }
        return seen;
    }

    private List<RevisionNode> find(Function<Planner, List<RevisionNode>> finder, Map<String, StoreContents> seen) {
        List<RevisionNode> nodes = finder.apply(planner(seen)).stream()
                .filter(node -> !leftAlone.contains(node.database()))
                .toList();
        nodes.stream()
                .flatMap(node -> node.requirements().stream())
                .filter(required -> leftAlone.contains(required.database()))
                .findFirst()
                .ifPresent(required -> {
                    throw new HistoryException("Something pending requires " + required + ", but " + required.database()
                            + " is left alone. Nothing was changed.");
                });
        return nodes;
    }

    private Planner planner(Map<String, StoreContents> seen) {
        Map<String, Set<String>> applied = new LinkedHashMap<>();
        seen.forEach((name, contents) -> applied.put(name, contents.applied()));
        return new Planner(history, applied);
    }

    private AppliedVerifier verifier() {
        return new AppliedVerifier(history, store.schema(), changedAllowed, listener);
    }

    private DatabaseAccess access(String database) {
        DatabaseAccess access = databases.get(database);
        if (access == null) {
            throw new HistoryException("There is no database \"" + database + "\"; there are "
                    + String.join(", ", databases.keySet()) + ".");
        }
        return access;
    }

    /** Where a database stands. */
    public DatabaseStatus status(String database) {
        StoreContents contents = access(database).connected(store::read);
        RevisionGraph graph = history.graph();
        Set<String> applied = contents.applied();
        List<RevisionNode> known = graph.revisions(database).stream()
                .filter(node -> applied.contains(node.id()))
                .toList();
        Set<String> followed =
                known.stream().flatMap(node -> node.parents().stream()).collect(Collectors.toSet());
        return new DatabaseStatus(
                database,
                contents.revisions().stream()
                        .filter(AppliedRevision::isComplete)
                        .toList(),
                known.stream().filter(node -> !followed.contains(node.id())).toList(),
                graph.revisions(database).stream()
                        .filter(node -> !applied.contains(node.id()))
                        .toList(),
                contents.unfinished().stream().toList(),
                contents.revisions().stream()
                        .filter(row -> graph.find(database, row.id()).isEmpty())
                        .toList());
    }

    /**
     * Records that a database stands at a place in its history and that its revisions do what they do now, without running anything.
     */
    public void stamp(String database, RevisionTarget target) {
        new Stamp(access(database), history, newRun()).at(target);
    }

    /**
     * Records a revision that follows all heads as applied without running it, whose class is not compiled yet: it does these operations.
     *
     * @throws HistoryException if they cannot follow the history
     */
    public void stamp(String database, String id, String description, List<Operation> operations) {
        new Stamp(access(database), history, newRun()).of(id, description, operations);
    }

    private Run newRun() {
        return new Run(store, locks, listener);
    }

    /** What a database holds, and what its applied revisions say that it holds, in the same words. */
    public Comparison compare(String database) {
        return access(database).connected(connection -> {
            Set<String> applied = new HashSet<>(store.read(connection).applied());
            Introspection live = introspector.read(connection);
            Environment environment = introspector.checked(
                    access(database).environment().apply(live.database().environment()));
            Database declared = history.state(database, applied::contains).on(environment);
            Database expected = introspector.normalized(connection, introspector.shown(declared));
            return new Comparison(expected, live.database().on(environment), live.unreadable(), live.others())
                    .within(scope);
        });
    }

    /** Another state of a database, such as that of models, in the words of its server. */
    public Database normalized(String database, Database declared) {
        return access(database)
                .connected(connection -> introspector.normalized(connection, introspector.shown(declared)));
    }

    /** Compares a database with what its applied revisions say that it holds. */
    public CheckResult check(String database) {
        return compare(database).result(database);
    }
}
