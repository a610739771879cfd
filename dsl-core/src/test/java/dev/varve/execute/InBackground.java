package dev.varve.execute;

import java.util.concurrent.CompletableFuture;

/**
 * Work on a thread of its own. The common pool may have a single thread, and tests that wait for each other's work there would wait
 * for ever.
 */
final class InBackground {

    private InBackground() {}

    static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, command -> {
            Thread thread = new Thread(command, "in-background");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
