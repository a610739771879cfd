package dev.varve.execute;

import dev.varve.plan.Direction;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Runs the steps of one database on its session, and keeps the store true at every moment. */
final class StepExecutor {

    /** Lock not available, deadlock, serialization failure. */
    private static final Set<String> TRY_AGAIN = Set.of("55P03", "40P01", "40001");

    private static final Duration BUSY_PAUSE = Duration.ofMillis(500);

    private final Connection connection;
    private final VersionStore store;
    private final long lockKey;
    private final LockSettings locks;
    private final MigrationListener listener;

    StepExecutor(
            Connection connection, VersionStore store, long lockKey, LockSettings locks, MigrationListener listener) {
        this.connection = connection;
        this.store = store;
        this.lockKey = lockKey;
        this.locks = locks;
        this.listener = listener;
    }

    /**
     * Runs a step, or what is left of it if it was interrupted.
     *
     * @throws MigrationFailedException if a statement fails
     */
    void run(Step step, Optional<AppliedRevision> interrupted) throws SQLException {
        long start = System.nanoTime();
        listener.stepStarted(step);
        List<Segment> segments = Segment.of(step.statements());
        if (segments.stream().allMatch(Segment::transactional)) {
            Segment all = segments.isEmpty() ? new Segment(List.of(), 0) : segments.get(0);
            inTransaction(step, all, completeRow(step), "");
        } else {
            runSegments(step, segments, interrupted);
        }
        listener.stepFinished(step, Duration.ofNanos(System.nanoTime() - start));
    }

    private Sql completeRow(Step step) {
        return step.direction() == Direction.UP
                ? store.applied(step)
                : store.reverted(step.revision().id());
    }

    private void runSegments(Step step, List<Segment> segments, Optional<AppliedRevision> interrupted)
            throws SQLException {
        int done = interrupted.map(AppliedRevision::segmentsDone).orElse(0);
        boolean begun = interrupted.map(AppliedRevision::segmentBegun).orElse(false);
        if (interrupted.isPresent()) {
            listener.resumed(step, done, segments.size());
        } else {
            execute(
                    step.direction() == Direction.UP
                            ? store.applying(step)
                            : store.reverting(step.revision().id()));
        }
        for (int i = done; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Sql progress =
                    i + 1 < segments.size() ? store.progress(step.revision().id(), i + 1, false) : lastRow(step);
            String remains = remains(step, i, segments.size());
            if (segment.transactional()) {
                inTransaction(step, segment, progress, remains);
            } else {
                alone(step, segment, begun && i == done, i, remains);
                execute(progress);
            }
        }
    }

    private Sql lastRow(Step step) {
        return step.direction() == Direction.UP
                ? store.finished(step.revision().id())
                : store.reverted(step.revision().id());
    }

    /** Runs a segment and what is remembered with it in one transaction, again and again until its locks are to be had. */
    private void inTransaction(Step step, Segment segment, Sql remembered, String remains) throws SQLException {
        if (!segment.statements().isEmpty()) {
            listener.statementStarted(
                    step,
                    segment.first() + 1,
                    step.statements().size(),
                    segment.statements().get(0));
        }
        long deadline = System.nanoTime() + locks.forTables().toNanos();
        for (int attempt = 1; ; attempt++) {
            TransactionBlock block = new TransactionBlock(LockLadder.timeout(attempt), lockKey);
            segment.statements()
                    .forEach(planned -> block.execute(planned.statement().sql()));
            block.execute(remembered);
            try {
                execute(Sql.raw(block.text()));
                return;
            } catch (SQLException e) {
                Optional<PlannedStatement> failed = context(e)
                        .flatMap(block::failed)
                        .filter(i -> i < segment.statements().size())
                        .map(segment.statements()::get);
                if (!isWorthAnotherTry(e) || System.nanoTime() > deadline) {
                    throw new MigrationFailedException(step, failed, e, outcome(step, remains) + lockAdvice(e));
                }
                listener.waitingForLock(step, attempt, lockHolders());
                Pauses.pause(LockLadder.pause(attempt));
            }
        }
    }

    private static boolean isWorthAnotherTry(SQLException e) {
        return TRY_AGAIN.contains(e.getSQLState())
                || "XX000".equals(e.getSQLState()) && e.getMessage().contains("tuple concurrently updated");
    }

    private static Optional<String> context(SQLException e) {
        return e instanceof PSQLException error
                ? Optional.ofNullable(error.getServerErrorMessage()).map(ServerErrorMessage::getWhere)
                : Optional.empty();
    }

    private String lockAdvice(SQLException e) throws SQLException {
        return TRY_AGAIN.contains(e.getSQLState())
                ? "\nLocks on tables are held by: " + lockHolders()
                        + ". Let them finish, and run the same command again."
                : "";
    }

    /** The sessions that hold locks on tables now, longest transaction first. */
    private String lockHolders() throws SQLException {
        String sql = """
                select coalesce(string_agg(concat_ws(' ', 'pid', a.pid, nullif(a.application_name, ''), a.state, 'since',
                    to_char(a.xact_start, 'HH24:MI:SS'), '(' || left(a.query, 80) || ')'), '; ' order by a.xact_start), 'nobody any more')
                from pg_stat_activity a
                where a.pid <> pg_backend_pid() and a.datname = current_database() and exists (select from pg_locks l
                    where l.pid = a.pid and l.granted and l.locktype = 'relation' and l.relation >= 16384)
                """;
        return ask(Sql.raw(sql));
    }

    /** Runs a statement outside a transaction; what became of an earlier run of it is found out first. */
    private void alone(Step step, Segment segment, boolean begunBefore, int index, String remains) throws SQLException {
        PlannedStatement planned = segment.alone();
        Recovery recovery = planned.statement().recovery().orElseThrow();
        if (begunBefore && isDone(step, planned, recovery)) {
            return;
        }
        listener.statementStarted(step, segment.first() + 1, step.statements().size(), planned);
        execute(store.progress(step.revision().id(), index, true));
        long deadline = System.nanoTime() + locks.forTables().toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                execute(planned.statement().sql());
                return;
            } catch (SQLException e) {
                cleanUp(step, planned, recovery);
                if (!isWorthAnotherTry(e) || System.nanoTime() > deadline) {
                    throw new MigrationFailedException(step, Optional.of(planned), e, remains + lockAdvice(e));
                }
                listener.waitingForLock(step, attempt, lockHolders());
                Pauses.pause(LockLadder.pause(attempt));
            }
        }
    }

    /** Finds out what became of an interrupted run, waits while it goes on without its client, and removes what it left behind. */
    private boolean isDone(Step step, PlannedStatement planned, Recovery recovery) throws SQLException {
        String state = ask(recovery.probe());
        while (state.equals("BUSY")) {
            listener.recovering(step, planned, "still runs on the server; waiting for it");
            Pauses.pause(BUSY_PAUSE);
            state = ask(recovery.probe());
        }
        return switch (state) {
            case "DONE" -> true;
            case "ABSENT" -> false;
            case "BROKEN" -> {
                listener.recovering(step, planned, "was cut off; removing what it left behind");
                execute(recovery.cleanup());
                yield false;
            }
            default ->
                throw new ExecutionException("Revision " + step.revision() + " was interrupted at \""
                        + planned.operation() + "\" and cannot go on: " + state + " Nothing more was changed.");
        };
    }

    private void cleanUp(Step step, PlannedStatement planned, Recovery recovery) throws SQLException {
        if (connection.isValid(5) && ask(recovery.probe()).equals("BROKEN")) {
            listener.recovering(step, planned, "failed; removing what it left behind");
            execute(recovery.cleanup());
        }
    }

    private static String remains(Step step, int done, int total) {
        if (done == 0) {
            return "";
        }
        String again = step.direction() == Direction.UP ? "upgrade" : "downgrade";
        return "Revision " + step.revision().id() + " has statements that run outside a transaction: " + done
                + " of its " + total + " parts are done and stay. Mend the cause, and the next " + again
                + " goes on with the part that failed.";
    }

    private static String outcome(Step step, String remains) {
        if (!remains.isEmpty()) {
            return remains;
        }
        String nothing = step.direction() == Direction.UP
                ? "Nothing of this revision was applied"
                : "Nothing of this revision was taken back";
        return nothing + "; what ran before it stays. Mend the cause and run the same command again.";
    }

    private void execute(Sql sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql.text());
        }
    }

    private String ask(Sql sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql.text())) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
