package dev.varve.testing;

import java.sql.SQLException;

/** A statement that the server refused. */
final class StatementFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StatementFailedException(String sql, SQLException cause) {
        super(cause.getMessage() + "\nin: " + sql, cause);
    }
}
