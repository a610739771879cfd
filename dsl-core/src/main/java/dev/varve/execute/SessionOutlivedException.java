package dev.varve.execute;

/**
 * A statement in a session of its own changed what sessions load, so that the server takes no more over those that were there before. What
 * was done is recorded as begun; the run goes on from there over new sessions, and plans what is left for what the server is now.
 */
final class SessionOutlivedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SessionOutlivedException() {
        super("The sessions of this run are of no use any more.");
    }
}
