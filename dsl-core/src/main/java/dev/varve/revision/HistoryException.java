package dev.varve.revision;

/** Something about the revisions that has to be mended in the code before any database is asked. */
public class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A problem, said in a sentence with the way out. */
    public HistoryException(String message) {
        super(message);
    }

    /** A problem that something else caused. */
    public HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
