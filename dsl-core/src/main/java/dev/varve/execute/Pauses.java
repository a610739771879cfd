package dev.varve.execute;

import java.time.Duration;

/** Waiting that an interrupt ends with a word. */
final class Pauses {

    private Pauses() {}

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(
                    "The migration was interrupted while it waited. What it had done is recorded.", e);
        }
    }
}
