package dev.varve.execute;

import java.time.Duration;

/** A point in time until which something is tried. */
record Deadline(long nanoTime) {

    private static final Duration LONGEST = Duration.ofDays(10_000);

    static Deadline in(Duration patience) {
        Duration bounded = patience.compareTo(LONGEST) < 0 ? patience : LONGEST;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanoTime >= 0;
    }
}
