package dev.varve.cli;

import dev.varve.execute.Migrator;
import dev.varve.execute.VersionStore;
import dev.varve.plan.Direction;
import dev.varve.plan.LossAcceptance;
import dev.varve.plan.LossNotAcceptedException;
import dev.varve.plan.MigrationPlan;
import dev.varve.plan.Planner;
import dev.varve.plan.Step;
import dev.varve.revision.RevisionNode;
import dev.varve.revision.RevisionTarget;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plan as a script for psql, made without a database. */
final class SqlScript {

    private final CliContext context;
    private final Migrator migrator;
    private final List<String> databases;
    private final boolean single;
    private final ScriptText script;

    SqlScript(CliContext context, Optional<String> database) {
        this.context = context;
        this.migrator = context.offlineMigrator();
        this.databases = database.map(context::database).map(List::of).orElse(context.databases());
        this.single = database.isPresent();
        this.script = new ScriptText(context.terminal()::print);
    }

    int upgrade(RevisionTarget from, RevisionTarget to) {
        Planner planner = planner(from, "heads");
        List<RevisionNode> nodes = single ? planner.pending(databases.get(0), to) : planner.pending(to);
        VersionStore store = migrator.store();
        print(
                planner.applying(nodes, database -> context.newest()),
                from.equals(RevisionTarget.BASE) ? store.creation() : List.of());
        return VarveCli.OK;
    }

    int downgrade(RevisionTarget from, RevisionTarget to, LossAcceptance acceptance) {
        Planner planner = planner(from, "base");
        MigrationPlan plan = planner.reverting(planner.surplus(databases.get(0), to), database -> context.newest());
        if (!acceptance.covers(plan)) {
            throw new LossNotAcceptedException(acceptance.refused(plan));
        }
        print(plan, migrator.store().additions());
        return VarveCli.OK;
    }

    /** Where the databases stand that the script is about, and where the others are taken to stand. */
    private Planner planner(RevisionTarget from, String others) {
        Map<String, Set<String>> applied = new LinkedHashMap<>();
        for (String database : context.databases()) {
            RevisionTarget at = databases.contains(database) ? from : new RevisionTarget(others);
            applied.put(database, at.resolve(migrator.history().graph(), database, List.of()));
        }
        return new Planner(migrator.history(), applied);
    }

    private void print(MigrationPlan plan, List<Sql> store) {
        List<String> begun = new ArrayList<>();
        String current = "";
        for (Step step : plan.steps()) {
            if (!step.database().equals(current)) {
                current = step.database();
                script.begin(current);
                if (!begun.contains(current)) {
                    begun.add(current);
                    prepare(store);
                }
            }
            print(step);
        }
    }

    private void prepare(List<Sql> store) {
        if (!store.isEmpty()) {
            title("the version store");
            script.transaction(true);
            store.forEach(script::statement);
            script.transaction(false);
        }
    }

    private void print(Step step) {
        VersionStore store = migrator.store();
        boolean up = step.direction() == Direction.UP;
        title(step.revision().id() + (up ? "" : ", taken back") + ": "
                + step.revision().description());
        step.statements().forEach(planned -> script.statement(planned.statement()));
        script.transaction(true);
        List<Sql> rows = up
                ? List.of(store.applied(step))
                : store.reverted(step.revision().id());
        rows.forEach(script::statement);
        script.transaction(false);
    }

    private void title(String title) {
        script.line("");
        script.line("-- " + title);
    }
}
