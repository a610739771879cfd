package dev.varve.revision;

import dev.varve.model.Suggestion;
import java.util.Collection;

/** A revision that nobody has defined. */
public final class UnknownRevisionException extends HistoryException {

    private static final long serialVersionUID = 1L;

    /** A name that no revision of the database has, where some others do. */
    public UnknownRevisionException(String name, String database, Collection<String> known) {
        super("There is no revision \"" + name + "\" of " + database + "." + Suggestion.of(name, known)
                + " \"history --database " + database + "\" lists them.");
    }
}
