package dev.varve.execute;

import java.sql.Connection;

/** A pool of one connection, which stays open when it is given back. */
record OneConnection(Connection connection) implements BareDataSource {

    @Override
    public Connection getConnection() {
        return BareDataSource.closing(connection, () -> {});
    }
}
