package dev.varve.execute;

/** Something that kept a migration from running, said in full: what, why, what was changed, and what to do next; never with a password. */
public class ExecutionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A problem in words. */
    public ExecutionException(String message) {
        super(Secrets.hidden(message));
    }

    /** A problem that something else caused. */
    public ExecutionException(String message, Throwable cause) {
        super(Secrets.hidden(message), Secrets.hidden(cause));
    }
}
