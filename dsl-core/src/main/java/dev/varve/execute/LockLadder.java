package dev.varve.execute;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long the attempts at a lock wait, and how long the pauses between them are, so that what queues behind an attempt is gone before the
 * next. Some attempts are longer than {@code deadlock_timeout} (1 s), for only then does PostgreSQL cancel an autovacuum that is in the way;
 * none is longer than 2 s, for no reader shall queue longer.
 */
final class LockLadder {

    private static final List<Integer> MILLISECONDS = List.of(100, 200, 400, 1200, 300, 2000);

    private LockLadder() {}

    /** How long an attempt waits; the first has the number 1. */
    static Duration timeout(int attempt) {
        return Duration.ofMillis(MILLISECONDS.get((attempt - 1) % MILLISECONDS.size()));
    }

    /** The pause after an attempt: two to three times as long. */
    static Duration pause(int attempt) {
        long timeout = timeout(attempt).toMillis();
        return Duration.ofMillis(2 * timeout + ThreadLocalRandom.current().nextLong(timeout));
    }
}
