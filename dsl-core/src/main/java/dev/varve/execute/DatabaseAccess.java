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

    private static final String LOST =
            " The connection is lost. Run the same command again: it finds out what was done, and goes on from there.";

    private static final String FORBIDDEN =
            " The user may not do that. Connect as the one who migrates this database, or let an owner grant it.";

    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** The same with something more known of the server. */
    DatabaseAccess treated(UnaryOperator<Environment> more) {
        return new DatabaseAccess(name, source, server -> more.apply(environment.apply(server)));
    }

    /** Does something with a connection, and gives it back. */
    <T> T connected(Work<T> work) {
        try (Connection connection = connect()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw said(e);
        }
    }

    /** An error of the database that no migration's statement caused. */
    ExecutionException said(SQLException error) {
        ServerError server = ServerError.of(error);
        return new ExecutionException(
                "The database \"" + name + "\" said: " + server.message()
                        + (server.state().isEmpty() ? "." : " (SQLSTATE " + server.state() + ").")
                        + (server.isConnectionLoss() ? LOST : server.isForbidden() ? FORBIDDEN : ""),
                error);
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
            throw new ConnectionFailedException(name, DataSourceAddress.of(source), e);
        }
    }
}
