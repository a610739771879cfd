package dev.varve.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** A database that a test has for itself. */
public record TestDatabase(TestServer server, String name) implements AutoCloseable {

    /** The URL, with everything that it takes to connect. */
    public String url() {
        return server.url(name);
    }

    /** Connections to the database. */
    public DataSource dataSource() {
        return server.dataSource(name);
    }

    /** A connection in autocommit mode. */
    public Connection connect() {
        try {
            return dataSource().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException("No connection to " + url() + ".", e);
        }
    }

    /** Runs statements, each in a transaction of its own. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join(";\n", statements) + "\nfailed: " + e.getMessage(), e);
        }
    }

    /** The first column of the first row of a query, as text. */
    public String ask(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query + " failed: " + e.getMessage(), e);
        }
    }

    /** The schema as {@code pg_dump} writes it, where there is one that suits the server. */
    public Optional<String> dump() {
        return server.dump(name);
    }

    /** Drops the database, whoever is connected. */
    @Override
    public void close() {
        server.administer("drop database " + name + " with (force)");
    }
}
