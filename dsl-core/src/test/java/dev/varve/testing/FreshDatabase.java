package dev.varve.testing;

import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for every test of a class, copied from one that was prepared once.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale, "create extension timescaledb");
 * }</pre>
 */
public final class FreshDatabase implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final Supplier<TestServer> server;
    private final List<String> preparation;

    /** What databases are copied from; PostgreSQL's own template if there is nothing to prepare. */
    private Optional<TestDatabase> template = Optional.empty();

    private Optional<TestDatabase> current = Optional.empty();

    private FreshDatabase(Supplier<TestServer> server, List<String> preparation) {
        this.server = server;
        this.preparation = preparation;
    }

    /** Databases on a server, in which these statements have run. */
    public static FreshDatabase on(Supplier<TestServer> server, String... preparation) {
        return new FreshDatabase(server, List.of(preparation));
    }

    /** The database of the test that is running. */
    public TestDatabase get() {
        return current.orElseThrow(() -> new IllegalStateException("No test is running."));
    }

    /** A connection in autocommit mode to the database of the test. */
    public Connection connect() {
        return get().connect();
    }

    /** Connections to the database of the test. */
    public DataSource dataSource() {
        return get().dataSource();
    }

    /** Nothing in the database of the test, with what the library knows of its server. */
    public Database nothing() {
        try (Connection connection = connect()) {
            return Database.empty().on(Introspector.create().environment(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The URL of the database of the test. */
    public String url() {
        return get().url();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        TestServer chosen = server.get();
        template = preparation.isEmpty() ? Optional.empty() : Optional.of(Templates.make(chosen, preparation));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        current = Optional.of(template.map(original -> original.server().create(original.name()))
                .orElseGet(() -> server.get().create()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        current.ifPresent(TestDatabase::close);
        current = Optional.empty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        template.ifPresent(TestDatabase::close);
        template = Optional.empty();
    }
}
