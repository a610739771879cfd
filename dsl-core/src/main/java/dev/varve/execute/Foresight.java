package dev.varve.execute;

import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.Operation;
import dev.varve.operation.UpdateExtension;
import dev.varve.plan.Direction;
import dev.varve.plan.History;
import dev.varve.plan.MigrationPlan;
import dev.varve.plan.ReplayedRevision;
import dev.varve.plan.Step;
import dev.varve.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of steps before they run: what a server will refuse, and what it will skip. */
record Foresight(History history, Introspector introspector) {

    /**
     * What a plan will do in a database.
     *
     * @param before what it holds before that
     */
    record Coming(List<Operation> operations, Database before) {}

    /** What a plan will do in a database, if it applies something there. */
    Optional<Coming> coming(MigrationPlan plan, String database) {
        List<ReplayedRevision> revisions = plan.steps().stream()
                .filter(step -> isUp(step) && step.database().equals(database))
                .map(this::revision)
                .toList();
        List<Operation> operations = revisions.stream()
                .flatMap(revision -> revision.operations().stream())
                .toList();
        return revisions.stream().findFirst().map(first -> new Coming(operations, first.before()));
    }

    /** What comes after the update of an extension is planned when that is done: nobody knows before what the server can do then. */
    List<RevisionNode> foreseeable(List<RevisionNode> nodes) {
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

    /** What a step leaves out on such a server, in words. */
    List<String> skipped(Step step, Environment environment) {
        List<String> skipped = new ArrayList<>();
        Database state = revision(step).before().on(environment);
        for (Operation operation : isUp(step) ? revision(step).operations() : List.<Operation>of()) {
            skipped.addAll(introspector.skipped(operation, state));
            state = operation.after(state);
        }
        return skipped;
    }

    private ReplayedRevision revision(Step step) {
        return history.revision(step.database(), step.revision().id());
    }

    private static boolean isUp(Step step) {
        return step.direction() == Direction.UP;
    }
}
