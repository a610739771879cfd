package dev.varve.execute;

import dev.varve.plan.Direction;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import java.sql.SQLException;
import java.util.Optional;

/** A statement that failed: in which revision and operation, with what message of the server, and what became of the rest. */
public final class MigrationFailedException extends ExecutionException {

    private static final long serialVersionUID = 1L;

    private final transient Step step;
    private final transient Optional<PlannedStatement> statement;
    private final transient ServerError error;

    private MigrationFailedException(
            SegmentPlace place, Optional<PlannedStatement> statement, SQLException cause, String remains) {
        super(message(place.step(), statement, ServerError.of(cause), remains), cause);
        this.step = place.step();
        this.statement = statement;
        this.error = ServerError.of(cause);
    }

    /** A failure of a statement, or of what belongs to none, such as a deferred check. */
    static MigrationFailedException of(SegmentPlace place, Optional<PlannedStatement> statement, SQLException cause) {
        boolean lost = ServerError.of(cause).isConnectionLoss();
        return new MigrationFailedException(place, statement, cause, lost ? place.lostConnection() : place.outcome());
    }

    /** A failure because others were in the way for too long. */
    static MigrationFailedException blocked(
            SegmentPlace place, Optional<PlannedStatement> statement, SQLException cause, String blockers) {
        String advice =
                "\nLocks on tables are held by: " + blockers + ". Let them finish, and run the same command again.";
        return new MigrationFailedException(place, statement, cause, place.outcome() + advice);
    }

    /** A failure of which something is left that could not be removed. */
    static MigrationFailedException leftBehind(SegmentPlace place, SQLException cause, SQLException obstacle) {
        String left = "What it left behind could not be removed ("
                + ServerError.of(obstacle).message() + "); the next run does that first. ";
        return new MigrationFailedException(place, Optional.of(place.alone()), cause, left + place.outcome());
    }

    /** The step that failed. */
    public Step step() {
        return step;
    }

    /** The statement that failed; empty if all statements ran and their transaction could not be committed. */
    public Optional<PlannedStatement> statement() {
        return statement;
    }

    /** The code by which PostgreSQL names the error; empty if it has none. */
    public String sqlState() {
        return error.state();
    }

    /** The place in the statement, its first character being 1; 0 if the server named none. */
    public int position() {
        return statement.map(planned -> error.positionIn(sql(planned))).orElse(0);
    }

    private static String sql(PlannedStatement planned) {
        return planned.statement().sql().text();
    }

    private static String message(Step step, Optional<PlannedStatement> statement, ServerError error, String remains) {
        String which = step.direction() == Direction.UP ? "Revision " : "Taking back revision ";
        return which + step.revision() + " of " + step.database() + " failed"
                + statement
                        .map(planned -> " at \"" + planned.operation() + "\":\n"
                                + new SqlExcerpt(sql(planned), error.positionIn(sql(planned))))
                        .orElse(error.isConnectionLoss() ? ":" : " when it was committed:")
                + '\n' + error.described() + remains;
    }
}
