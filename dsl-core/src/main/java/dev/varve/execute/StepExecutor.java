package dev.varve.execute;

import dev.varve.plan.Direction;
import dev.varve.plan.Step;
import dev.varve.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs the steps of one database on its session, and keeps the store true at every moment. */
record StepExecutor(ExecutionContext context) {

    /**
     * Runs a step, or what is left of it if it was interrupted.
     *
     * @param earlier the steps that the run has finished
     * @throws MigrationFailedException if a statement fails
     */
    void run(Step step, Optional<AppliedRevision> interrupted, List<Step> earlier) throws SQLException {
        long start = System.nanoTime();
        context.listener().stepStarted(step);
        List<Segment> segments = Segment.of(step.statements());
        if (segments.size() == 1 && !segments.get(0).isAlone() && interrupted.isEmpty()) {
            SegmentPlace all = new SegmentPlace(step, segments.get(0), 0, 1, earlier);
            started(all);
            new TransactionRunner(context).run(all, completeRow(step));
        } else {
            runSegments(step, segments, interrupted, earlier);
        }
        context.listener().stepFinished(step, Duration.ofNanos(System.nanoTime() - start));
    }

    private List<Sql> completeRow(Step step) {
        return up(step)
                ? List.of(context.store().applied(step))
                : context.store().reverted(step.revision().id());
    }

    private void runSegments(
            Step step, List<Segment> segments, Optional<AppliedRevision> interrupted, List<Step> earlier)
            throws SQLException {
        int done = interrupted.map(AppliedRevision::segmentsDone).orElse(0);
        boolean begun = interrupted.map(AppliedRevision::segmentBegun).orElse(false);
        if (interrupted.isPresent()) {
            refuseOtherSegments(step, interrupted.get(), segments.size());
            context.listener().resumed(step, done, segments.size());
        } else {
            remember(List.of(begunRow(step, segments.size())));
        }
        for (int i = done; i < segments.size(); i++) {
            SegmentPlace place = new SegmentPlace(step, segments.get(i), i, segments.size(), earlier);
            List<Sql> row = rowAfter(place);
            if (!place.segment().isAlone()) {
                started(place);
                new TransactionRunner(context).run(place, row);
            } else {
                alone(place, begun && i == done);
                remember(row);
            }
        }
    }

    /** The rest of a revision fits its beginning only if it is cut the same way. */
    private static void refuseOtherSegments(Step step, AppliedRevision interrupted, int now) {
        if (interrupted.segments() != now) {
            throw new ExecutionException("Revision " + step.revision() + " of " + step.database() + " was "
                    + interrupted.summary() + " after " + interrupted.segmentsDone() + " of " + interrupted.segments()
                    + " parts, and has " + now + " parts now, so nobody can say where to go on. Nothing was changed."
                    + " Restore what it was, or finish it by hand and \"stamp\" the database.");
        }
    }

    private Sql begunRow(Step step, int segments) {
        return up(step)
                ? context.store().applying(step, segments)
                : context.store().reverting(step.revision().id(), segments);
    }

    private List<Sql> rowAfter(SegmentPlace place) {
        String id = place.step().revision().id();
        if (place.done() + 1 < place.total()) {
            return List.of(context.store().progress(id, place.done() + 1, false));
        }
        return up(place.step())
                ? List.of(context.store().finished(id))
                : context.store().reverted(id);
    }

    /** A revision of which nothing was done shall not look as if it had been begun: it may be edited before the next attempt. */
    private void alone(SegmentPlace place, boolean begunBefore) throws SQLException {
        AloneRunner runner = new AloneRunner(context);
        String id = place.step().revision().id();
        started(place);
        if (!begunBefore) {
            remember(List.of(context.store().progress(id, place.done(), true)));
        }
        try {
            runner.run(place, begunBefore);
        } catch (MigrationFailedException e) {
            if (place.isFirst() && runner.leftNothing(place)) {
                remember(List.of(
                        up(place.step())
                                ? context.store().unbegun(id)
                                : context.store().kept(id)));
            }
            throw e;
        }
    }

    private void started(SegmentPlace place) {
        place.segment().statements().stream()
                .findFirst()
                .ifPresent(first -> context.listener()
                        .statementStarted(
                                place.step(),
                                place.segment().first() + 1,
                                place.step().statements().size(),
                                first));
    }

    private void remember(List<Sql> row) throws SQLException {
        try {
            context.execute(row);
        } catch (SQLException e) {
            if (ServerError.of(e).is(MigrationLock.LOST)) {
                throw MigrationLock.lost();
            }
            throw e;
        }
    }

    private static boolean up(Step step) {
        return step.direction() == Direction.UP;
    }
}
