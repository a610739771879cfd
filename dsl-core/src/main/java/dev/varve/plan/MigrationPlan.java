package dev.varve.plan;

import java.util.List;

/** The steps that lead from one place in history to another, in the order in which they run, over all databases. */
public record MigrationPlan(List<Step> steps) {

    public MigrationPlan {
        steps = List.copyOf(steps);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** What stays lost by all steps together, in words. */
    public List<String> losses() {
        return steps.stream().flatMap(step -> step.lost().stream()).distinct().toList();
    }
}
