package dev.varve.execute;

import dev.varve.plan.PlannedStatement;
import dev.varve.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs a segment and what the store is to remember of it in one transaction and one round trip, again and again until its locks are to
 * be had.
 */
record TransactionRunner(ExecutionContext context) {

    private static final Duration BEFORE_FIRST_LOOK = Duration.ofMillis(20);

    void run(SegmentPlace place, List<Sql> remembered) throws SQLException {
        Deadline deadline = Deadline.in(context.locks().forTables());
        for (int attempt = 1; ; attempt++) {
            TransactionBlock block = block(place, remembered, attempt);
            AtomicReference<String> holders = new AtomicReference<>("");
            try {
                attempt(block, attempt, holders);
                return;
            } catch (SQLException e) {
                if (!ServerError.of(e).isLockConflict()) {
                    throw failure(place, failed(place, block, e), e);
                }
                String blockers = context.blockers(holders.get());
                if (deadline.isOver()) {
                    throw MigrationFailedException.blocked(place, failed(place, block, e), e, blockers);
                }
                context.listener().waitingForLock(place.step(), attempt, blockers);
                Pauses.pause(LockLadder.pause(attempt));
            }
        }
    }

    private TransactionBlock block(SegmentPlace place, List<Sql> remembered, int attempt) {
        long patience = LockLadder.timeout(attempt).toMillis();
        TransactionBlock block =
                context.fenced().first(Sql.raw("perform set_config('lock_timeout', '" + patience + "ms', true);"));
        place.segment()
                .statements()
                .forEach(planned -> block.execute(planned.statement().sql()));
        remembered.forEach(block::execute);
        return block;
    }

    /** A first attempt seldom meets anybody; a second connection is asked for only after it did. */
    private void attempt(TransactionBlock block, int attempt, AtomicReference<String> holders) throws SQLException {
        if (attempt == 1) {
            context.session().execute(block.sql());
            return;
        }
        new BlockerWatch(context, BEFORE_FIRST_LOOK, holders::set)
                .during(() -> context.session().execute(block.sql()));
    }

    /** The last statements of the block are the library's own. */
    private static Optional<PlannedStatement> failed(SegmentPlace place, TransactionBlock block, SQLException error) {
        List<PlannedStatement> statements = place.segment().statements();
        return block.failed(ServerError.of(error)).stream()
                .filter(index -> index < statements.size())
                .mapToObj(statements::get)
                .findFirst();
    }

    private static RuntimeException failure(SegmentPlace place, Optional<PlannedStatement> failed, SQLException cause) {
        return ServerError.of(cause).is(MigrationLock.LOST)
                ? MigrationLock.lost()
                : MigrationFailedException.of(place, failed, cause);
    }
}
