package dev.varve.introspect;

import java.sql.SQLException;

/** A catalog that could not be read. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogException(SQLException cause) {
        super("The catalogs of the database could not be read: " + cause.getMessage(), cause);
    }
}
