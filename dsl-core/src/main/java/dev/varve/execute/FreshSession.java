package dev.varve.execute;

import dev.varve.sql.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/**
 * A session of its own for a statement that must be the first of one. The driver would say something itself before it, unless it is told that
 * the server is not an old one.
 */
record FreshSession(DataSource source, String options) {

    /** From 9.0 on the driver says in its first message what it would say in statements otherwise. */
    private static final String RECENT = "9.4";

    /**
     * Runs the statement in a session that is opened for it and closed after it.
     *
     * @throws ExecutionException if the source cannot be asked for connections with options
     */
    void execute(Sql sql) throws SQLException {
        try (Connection connection = withOptions(sql).getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql.text());
        }
    }

    private DataSource withOptions(Sql sql) throws SQLException {
        PGSimpleDataSource own = new PGSimpleDataSource();
        BaseDataSource driver = driver().orElseThrow(
                        () -> new ExecutionException(
                                "\"" + sql
                                        + "\" must be the first statement of a session, which cannot be opened from a data source like this one. Run it"
                                        + " yourself, with psql -X, and \"stamp\" the database; or let the data source be one of the PostgreSQL driver."));
        try {
            own.initializeFrom(driver);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("A data source of the driver cannot be copied.", e);
        }
        own.setAssumeMinServerVersion(RECENT);
        own.setOptions(Optional.ofNullable(own.getOptions())
                .map(said -> said + ' ' + options)
                .orElse(options));
        return own;
    }

    private Optional<BaseDataSource> driver() throws SQLException {
        if (source instanceof BaseDataSource driver) {
            return Optional.of(driver);
        }
        return source.isWrapperFor(BaseDataSource.class)
                ? Optional.of(source.unwrap(BaseDataSource.class))
                : Optional.empty();
    }
}
