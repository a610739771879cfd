package dev.varve.execute;

import dev.varve.plan.MigrationPlan;
import dev.varve.plan.Step;
import dev.varve.revision.RevisionNode;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One request carried out under the locks of the databases that it changes. */
record MigrationRun(
        Request request, MigratedDatabases databases, Pending pending, Foresight foresight, DriftGuard guard, Run run) {

    private static final MigrationPlan NOTHING = new MigrationPlan(List.of());

    /**
     * How far a run came.
     *
     * @param plan what it began
     * @param isFinished whether nothing is left to do
     */
    record Outcome(MigrationPlan plan, boolean isFinished) {}

    /** Unfinished if another migrator has changed meanwhile which databases have to be locked, or if other sessions have to go on. */
    Outcome on(Set<String> names) {
        List<DatabaseAccess> accesses =
                names.stream().sorted().map(databases::get).toList();
        try (LockedDatabases locked = LockedDatabases.open(accesses, run)) {
            Map<String, StoreContents> seen = seen(locked);
            List<RevisionNode> nodes = pending.of(request, seen);
            boolean isEnough = names.containsAll(MigratedDatabases.of(nodes));
            return nodes.isEmpty() || !isEnough ? new Outcome(NOTHING, isEnough) : on(locked, seen, nodes);
        } catch (SQLException e) {
            throw new ExecutionException(
                    "A database said: " + e.getMessage() + ". What was done before is recorded.", e);
        }
    }

    /** What is locked is looked at over the connection that locks it: there may be no second one. */
    private Map<String, StoreContents> seen(LockedDatabases locked) throws SQLException {
        Set<String> others = new LinkedHashSet<>(request.concerned());
        others.removeAll(locked.names());
        Map<String, StoreContents> seen = databases.look(others);
        seen.putAll(locked.contents());
        return seen;
    }

    private Outcome on(LockedDatabases locked, Map<String, StoreContents> seen, List<RevisionNode> nodes)
            throws SQLException {
        List<RevisionNode> next = foresight.foreseeable(nodes);
        MigrationPlan plan = request.planning()
                .plan(pending.planner(seen), next, name -> locked.get(name).environment(databases.introspector()));
        for (String database : locked.names()) {
            Optional<Foresight.Coming> coming = foresight.coming(plan, database);
            coming.ifPresent(
                    all -> locked.get(database).foresee(all.operations(), all.before(), databases.introspector()));
        }
        return new Outcome(plan, isRun(plan, seen, locked) && next.size() == nodes.size());
    }

    private boolean isRun(MigrationPlan plan, Map<String, StoreContents> seen, LockedDatabases locked)
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
            guard.before(database, seen.get(database), locked.get(database));
        }
        try {
            run(plan.steps(), seen, locked);
        } catch (SQLException | RuntimeException e) {
            locked.names().forEach(database -> guard.after(locked.get(database), e));
            throw e;
        }
        for (String database : locked.names()) {
            guard.after(locked.get(database));
        }
    }

    private void run(List<Step> steps, Map<String, StoreContents> seen, LockedDatabases locked) throws SQLException {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            locked.get(step.database()).run(step, seen.get(step.database()), steps.subList(0, i));
            tellSkipped(step, locked.get(step.database()));
        }
    }

    private void tellSkipped(Step step, LockedDatabase locked) {
        List<String> skipped = foresight.skipped(step, locked.environment(databases.introspector()));
        if (!skipped.isEmpty()) {
            run.listener().skipped(step, skipped);
        }
    }
}
