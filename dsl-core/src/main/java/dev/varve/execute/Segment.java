package dev.varve.execute;

import dev.varve.plan.PlannedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements of a step that run together: in one transaction, or one alone outside any.
 *
 * @param first the number of statements before it
 */
record Segment(List<PlannedStatement> statements, int first) {

    Segment {
        statements = List.copyOf(statements);
    }

    /** Whether it is one statement that PostgreSQL runs only outside a transaction. */
    boolean isAlone() {
        return statements.stream().anyMatch(planned -> !planned.statement().transactional());
    }

    /** The one statement of a segment that runs alone. */
    PlannedStatement alone() {
        return statements.get(0);
    }

    /** The segments of a step, in order; one of no statements if the step has none. */
    static List<Segment> of(List<PlannedStatement> statements) {
        List<Segment> segments = new ArrayList<>();
        List<PlannedStatement> together = new ArrayList<>();
        int first = 0;
        for (PlannedStatement planned : statements) {
            if (planned.statement().transactional()) {
                together.add(planned);
                continue;
            }
            if (!together.isEmpty()) {
                segments.add(new Segment(together, first));
                first += together.size();
                together = new ArrayList<>();
            }
            segments.add(new Segment(List.of(planned), first++));
        }
        if (!together.isEmpty() || segments.isEmpty()) {
            segments.add(new Segment(together, first));
        }
        return segments;
    }
}
