package dev.varve.cli;

import dev.varve.plan.Step;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Says what was going on when somebody ends the process in the middle of it, as by Ctrl-C. */
final class Interruption implements Runnable {

    private final Terminal terminal;
    private volatile Optional<Step> running = Optional.empty();

    Interruption(Terminal terminal) {
        this.terminal = terminal;
    }

    void begins(Step step) {
        running = Optional.of(step);
    }

    void ends() {
        running = Optional.empty();
    }

    /** Runs while the virtual machine ends. */
    @Override
    public void run() {
        running.ifPresent(step ->
                terminal.error("\nInterrupted in revision " + step.revision().id() + " of "
                        + step.database()
                        + ". What the server was about in a transaction it finishes or takes back as a whole; what came"
                        + " before it stays as it is. \"current\" shows where the databases stand, and the same"
                        + " command goes on from there."));
    }

    /** Does something, and says so if it is interrupted. */
    int watching(IntSupplier work) {
        Thread hook = new Thread(this, "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.getAsInt();
        } finally {
            ends();
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the virtual machine ends already
        }
    }
}
