package dev.varve.execute;

import dev.varve.plan.Direction;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A segment of a step, and what was done before it.
 *
 * @param done how many segments of the step are finished
 * @param total how many the step has
 * @param earlier the steps that the run has finished
 */
record SegmentPlace(Step step, Segment segment, int done, int total, List<Step> earlier) {

    /** The statement of a segment that runs outside a transaction. */
    PlannedStatement alone() {
        return segment.alone();
    }

    boolean isFirst() {
        return done == 0;
    }

    private boolean up() {
        return step.direction() == Direction.UP;
    }

    private String command() {
        return up() ? "upgrade" : "downgrade";
    }

    /** What stays after a failure, and what to do next. */
    String outcome() {
        if (isFirst()) {
            return "Nothing of revision " + step.revision().id() + " was " + (up() ? "applied" : "taken back") + stays()
                    + ". Mend the cause and run the same command again.";
        }
        return "Revision " + step.revision().id() + " has statements that run outside a transaction: " + done
                + " of its " + total + " parts are done and stay" + stays() + ". Mend the cause, and the next "
                + command() + " goes on with the part that failed.";
    }

    /** What to say where nobody knows whether the last statement was done. */
    String lostConnection() {
        String unknown = segment.isAlone()
                ? "The connection was lost; the statement may go on for a while without it"
                : "The connection was lost; the transaction was done as a whole or not at all";
        return unknown + stays() + ". Run the same command again: it finds out what was done, and goes on from there.";
    }

    private String stays() {
        if (earlier.isEmpty()) {
            return "";
        }
        String ids = earlier.stream().map(this::name).collect(Collectors.joining(", "));
        return "; " + ids + " before it " + (earlier.size() == 1 ? "stays" : "stay")
                + (up() ? " applied" : " taken back");
    }

    private String name(Step other) {
        String id = other.revision().id();
        return other.database().equals(step.database()) ? id : id + " of " + other.database();
    }
}
