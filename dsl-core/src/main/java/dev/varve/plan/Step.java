package dev.varve.plan;

import dev.varve.revision.RevisionNode;
import java.util.List;

/**
 * The application of one revision, or its taking back.
 *
 * @param lost what stays lost by it, in words; empty if its way is exact
 * @param form what the revision does, for comparison with what was applied
 */
public record Step(
        Direction direction,
        RevisionNode revision,
        List<PlannedStatement> statements,
        List<String> lost,
        CanonicalForm form) {

    public Step {
        statements = List.copyOf(statements);
        lost = List.copyOf(lost);
    }

    /** The database that the step changes. */
    public String database() {
        return revision.database();
    }
}
