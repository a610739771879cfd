package dev.varve.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A pool that has one connection, and no patience with anybody who asks for a second one. */
record StrictPool(Connection connection, AtomicBoolean given) implements BareDataSource {

    StrictPool(Connection connection) {
        this(connection, new AtomicBoolean());
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!given.compareAndSet(false, true)) {
            throw new SQLTransientConnectionException("The only connection of the pool is in use.");
        }
        return BareDataSource.closing(connection, () -> given.set(false));
    }
}
