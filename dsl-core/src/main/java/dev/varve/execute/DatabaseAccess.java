package dev.varve.execute;

import dev.varve.model.Environment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * How a migrator reaches a database.
 *
 * @param environment what is known of the server beyond what it says itself
 */
record DatabaseAccess(String name, DataSource source, UnaryOperator<Environment> environment) {

    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Does something with a connection, and gives it back. */
    <T> T connected(Work<T> work) {
        try (Connection connection = connect()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new ExecutionException("The database \"" + name + "\" said: " + e.getMessage(), e);
        }
    }

    /**
     * A connection.
     *
     * @throws ConnectionFailedException if there is none to be had
     */
    Connection connect() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new ConnectionFailedException(name, e);
        }
    }
}
