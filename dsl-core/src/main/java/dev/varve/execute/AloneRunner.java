package dev.varve.execute;

import dev.varve.plan.PlannedStatement;
import dev.varve.sql.Recovery;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Runs a statement outside a transaction, and removes what a run of it that failed or was cut off has left behind. */
record AloneRunner(ExecutionContext context) {

    private static final Duration BUSY_PAUSE = Duration.ofMillis(500);
    private static final Duration BEFORE_FIRST_LOOK = Duration.ofSeconds(1);
    private static final String BROKEN = "BROKEN";

    /**
     * Runs it.
     *
     * @param begunBefore whether an earlier run may have got to it; what became of that is found out first
     */
    void run(SegmentPlace place, boolean begunBefore) throws SQLException {
        Deadline deadline = Deadline.in(context.locks().forTables());
        boolean done = begunBefore && isDone(place);
        for (int attempt = 1; !done; attempt++) {
            try {
                runOnce(place, attempt);
                return;
            } catch (SQLException e) {
                cleanUpAfter(place, e);
                if (!ServerError.of(e).isLockConflict()) {
                    throw failure(place, e);
                }
                String blockers = context.blockers("");
                if (deadline.isOver()) {
                    throw MigrationFailedException.blocked(place, Optional.of(place.alone()), e, blockers);
                }
                context.listener().waitingForLock(place.step(), attempt, blockers);
                Pauses.pause(LockLadder.pause(attempt));
                done = isDone(place);
            }
        }
    }

    private void runOnce(SegmentPlace place, int attempt) throws SQLException {
        new BlockerWatch(
                        context,
                        BEFORE_FIRST_LOOK,
                        blockers -> context.listener().waitingForLock(place.step(), attempt, blockers))
                .during(() -> context.execute(place.alone().statement()));
    }

    /** Finds out what became of an earlier run, waits while it goes on without its client, and removes what it left behind. */
    private boolean isDone(SegmentPlace place) throws SQLException {
        String state = settled(place);
        if (state.equals(BROKEN)) {
            tell(place, "was cut off; removing what it left behind");
            cleanUp(place);
            return probe(place).equals("DONE"); // what was begun may have been finished by that
        }
        if (state.equals("DONE") || state.equals("ABSENT")) {
            return state.equals("DONE");
        }
        throw new ExecutionException("Revision " + place.step().revision() + " was interrupted at \""
                + place.alone().operation() + "\" and cannot go on: " + state + " Nothing more was changed.");
    }

    private String settled(SegmentPlace place) throws SQLException {
        String state = probe(place);
        if (state.equals("BUSY")) {
            tell(place, "still runs on the server; waiting for it");
        }
        while (state.equals("BUSY")) {
            Pauses.pause(BUSY_PAUSE);
            state = probe(place);
        }
        return state;
    }

    /** At once, for an invalid unique index goes on refusing duplicates. */
    private void cleanUpAfter(SegmentPlace place, SQLException cause) {
        if (ServerError.of(cause).isConnectionLoss()) {
            return;
        }
        try {
            if (probe(place).equals(BROKEN)) {
                tell(place, "failed; removing what it left behind");
                cleanUp(place);
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
            throw MigrationFailedException.leftBehind(place, cause, e);
        }
    }

    /** Whether a run that failed has left nothing behind. */
    boolean leftNothing(SegmentPlace place) {
        try {
            String state = probe(place);
            return !state.equals(BROKEN) && !state.equals("DONE");
        } catch (SQLException e) {
            return false; // nobody knows
        }
    }

    private String probe(SegmentPlace place) throws SQLException {
        return context.session().ask(recovery(place).probe());
    }

    private void cleanUp(SegmentPlace place) throws SQLException {
        context.session().execute(recovery(place).cleanup());
    }

    private void tell(SegmentPlace place, String what) {
        context.listener().recovering(place.step(), place.alone(), what);
    }

    private static Recovery recovery(SegmentPlace place) {
        PlannedStatement planned = place.alone();
        return planned.statement().recovery().orElseThrow();
    }

    private static MigrationFailedException failure(SegmentPlace place, SQLException cause) {
        return MigrationFailedException.of(place, Optional.of(place.alone()), cause);
    }
}
