package dev.varve.execute;

import dev.varve.model.Environment;
import dev.varve.plan.LossAcceptance;
import dev.varve.plan.LossNotAcceptedException;
import dev.varve.plan.MigrationPlan;
import dev.varve.plan.Planner;
import dev.varve.revision.RevisionNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What somebody wants to have done.
 *
 * @param concerned the databases that have to be looked at
 * @param finder finds the revisions that have to run
 * @param obstacle what an interrupted revision may not be, for it was on its way in the other direction
 */
record Request(
        Set<String> concerned,
        Function<Planner, List<RevisionNode>> finder,
        AppliedRevision.State obstacle,
        Planning planning) {

    /** How steps are made of the revisions that have to run. */
    interface Planning {
        MigrationPlan plan(Planner planner, List<RevisionNode> nodes, Function<String, Environment> environments);
    }

    /** To apply revisions. */
    static Request up(Set<String> concerned, Function<Planner, List<RevisionNode>> finder) {
        return new Request(concerned, finder, AppliedRevision.State.REVERTING, Planner::applying);
    }

    /** To take revisions back, which is refused if it loses something to which nobody agreed. */
    static Request down(
            Set<String> concerned, Function<Planner, List<RevisionNode>> finder, LossAcceptance acceptance) {
        return new Request(concerned, finder, AppliedRevision.State.APPLYING, (planner, nodes, environments) -> {
            MigrationPlan plan = planner.reverting(nodes, environments);
            if (!acceptance.covers(plan)) {
                throw new LossNotAcceptedException(acceptance.refused(plan));
            }
            return plan;
        });
    }
}
