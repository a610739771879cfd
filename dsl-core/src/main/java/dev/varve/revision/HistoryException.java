package dev.varve.revision;

import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * A class of the application that fails while it says what it is about.
     *
     * @param what what the class is, such as {@code Revision 0001}
     */
    public static HistoryException of(String what, Class<?> type, RuntimeException error) {
        String said = Optional.ofNullable(error.getMessage()).orElseGet(error::toString);
        return new HistoryException(what + " cannot be read: " + said + place(type, error), error);
    }

    /** Where in the class it fails, which a message such as that of a missing value does not tell. */
    private static String place(Class<?> type, RuntimeException error) {
        return Stream.of(error.getStackTrace())
                .filter(frame -> frame.getClassName().equals(type.getName()) && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
    }
}
