package dev.varve.introspect;

import java.sql.SQLException;
import java.util.Set;

/** A catalog that could not be read. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Bytes that are no character of an encoding, and a character that another encoding lacks. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    CatalogException(SQLException cause) {
        super("The catalogs of the database could not be read: " + cause.getMessage() + advice(cause), cause);
    }

    private CatalogException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same of something that was to be tried out in schemas of its own, which not every role may make. */
    CatalogException ofTrial() {
        return isForbidden()
                ? new CatalogException(
                        "What was declared could not be compared: " + getCause().getMessage()
                                + ". PostgreSQL has to print it, so it is made in schemas of its own, in a transaction that is rolled"
                                + " back. Connect as a role that may make schemas, or let this one: \"grant create on database ... to"
                                + " ...\".",
                        getCause())
                : this;
    }

    private boolean isForbidden() {
        return getCause() instanceof SQLException cause && INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState());
    }

    /** Whether the server took a query for wrong, which is a mistake in the library, and not a matter of rights, limits or connections. */
    public boolean isMistake() {
        String state = getCause() instanceof SQLException cause ? String.valueOf(cause.getSQLState()) : "";
        return state.startsWith("42") && !state.equals(INSUFFICIENT_PRIVILEGE);
    }

    private static String advice(SQLException cause) {
        if (INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState())) {
            return ". Connect as a role that may read it, or let this one: grant select on it.";
        }
        return NO_TEXT.contains(String.valueOf(cause.getSQLState()))
                ? ". A name, comment or expression in the database is no text in UTF-8, which a database of the encoding SQL_ASCII"
                        + " takes all the same. Rename it with psql, whose \"set client_encoding to 'SQL_ASCII'\" shows it as it is; or"
                        + " restore a dump that says its real encoding, \"pg_dump --encoding\", into a database with the encoding"
                        + " UTF8."
                : "";
    }
}
