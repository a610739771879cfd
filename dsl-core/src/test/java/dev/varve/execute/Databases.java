package dev.varve.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Short questions to a database. */
final class Databases {

    private Databases() {}

    /** The first column of the first row. */
    static String ask(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Asks until the answer is as expected; how long that takes is the server's affair. */
    static void await(Connection connection, String sql, String expected) {
        while (!ask(connection, sql).equals(expected)) {
            Thread.onSpinWait();
        }
    }
}
