package dev.varve.introspect;

import java.sql.SQLException;

/** A catalog that could not be read. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    CatalogException(SQLException cause) {
        super("The catalogs of the database could not be read: " + cause.getMessage() + advice(cause), cause);
    }

    private static String advice(SQLException cause) {
        return INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState())
                ? ". Connect as a role that may read it, or let this one: grant select on it."
                : "";
    }
}
