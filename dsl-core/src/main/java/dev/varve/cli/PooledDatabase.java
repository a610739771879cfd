package dev.varve.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.varve.execute.ConnectionFailedException;
import java.io.PrintWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a database, which is asked for the first one only when somebody needs it. */
final class PooledDatabase implements DataSource, AutoCloseable {

    /** The driver logs some of what it throws, which the command says in its own words; a logger that nobody holds is forgotten. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final String name;
    private final ConnectionSettings settings;
    private Optional<HikariDataSource> pool = Optional.empty();

    PooledDatabase(String name, ConnectionSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (pool.isEmpty()) {
            pool = Optional.of(open());
        }
        return pool.get().getConnection();
    }

    private HikariDataSource open() {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw ConnectionFailedException.of(name, e);
        } catch (RuntimeException e) {
            throw new CliException("The URL of the database \"" + name + "\" is no JDBC URL of PostgreSQL: " + settings
                    + ". It has the form jdbc:postgresql://host:5432/name.");
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() {
        pool.ifPresent(HikariDataSource::close);
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(Writer.nullWriter());
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("dev.varve");
    }

    /** Without the pool, for connections of another kind. */
    private PGSimpleDataSource driver() {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl(settings.url());
        settings.user().ifPresent(driver::setUser);
        settings.password().ifPresent(driver::setPassword);
        return driver;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(type.isInstance(this) ? this : driver());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this) || type.isAssignableFrom(PGSimpleDataSource.class);
    }
}
