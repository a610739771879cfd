package dev.varve.testing;

import dev.varve.model.Database;
import dev.varve.sql.Statement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.postgresql.PGProperty;

/** An empty database on which a law is tried, with a connection that is kept for the next law. */
final class LawDatabase implements AutoCloseable {

    private record Place(TestServer server, LawDatabaseKind kind) {}

    /** Where databases wait for the next law. */
    private static final Map<Place, Queue<LawDatabase>> FREE = new ConcurrentHashMap<>();

    private final TestDatabase database;
    private final Connection connection;
    private final LawDatabaseKind kind;
    private final List<String> history = new ArrayList<>();
    private Optional<Database> start = Optional.empty();

    private LawDatabase(TestDatabase database, LawDatabaseKind kind) {
        this.database = database;
        this.connection = keepingPlans(database);
        this.kind = kind;
        execute("set client_min_messages = warning");
        kind.preparation().forEach(this::execute);
        history.clear();
    }

    /**
     * A law asks the catalogs the same again and again, and planning those questions takes longer than answering them. PostgreSQL knows when
     * a plan is no good any more; the driver need not forget them all whenever something is created.
     */
    private static Connection keepingPlans(TestDatabase database) {
        Properties properties = new Properties();
        PGProperty.PREPARE_THRESHOLD.set(properties, 2);
        PGProperty.FLUSH_CACHE_ON_DDL.set(properties, false);
        try {
            return DriverManager.getConnection(database.url(), properties);
        } catch (SQLException e) {
            throw new IllegalStateException("No connection to " + database.url() + ".", e);
        }
    }

    /** A database of that kind that nobody uses. */
    static LawDatabase of(LawDatabaseKind kind, TestServer server) {
        return Optional.ofNullable(free(new Place(server, kind)).poll())
                .orElseGet(() -> new LawDatabase(droppedAtTheEnd(server.create()), kind));
    }

    private static Queue<LawDatabase> free(Place place) {
        return FREE.computeIfAbsent(place, any -> new ConcurrentLinkedQueue<>());
    }

    private static TestDatabase droppedAtTheEnd(TestDatabase database) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                database.close();
            } catch (IllegalStateException e) {
                // the server has stopped already
            }
        }));
        return database;
    }

    TestDatabase database() {
        return database;
    }

    /** Another database of the same kind on the same server. */
    LawDatabase another() {
        return of(kind, database.server());
    }

    /** What the database holds before any law is tried in it, which stays the same. */
    Database start(Supplier<Database> reading) {
        if (start.isEmpty()) {
            start = Optional.of(reading.get());
        }
        return start.get();
    }

    /** The statements that have run since the database was empty. */
    List<String> history() {
        return List.copyOf(history);
    }

    /** Whether it has the extension from the start. */
    boolean hasTimescale() {
        return kind == LawDatabaseKind.TIMESCALE;
    }

    /** What is known of the server that it is on, for databases of its kind. */
    KnownStates known() {
        return KnownStates.of(database.server(), kind);
    }

    Connection connection() {
        return connection;
    }

    /** Runs the statements as a migration does: those that share a transaction in one, the others alone. */
    void run(List<Statement> statements) {
        boolean inTransaction = false;
        for (Statement statement : statements) {
            if (statement.transactional() != inTransaction) {
                execute(inTransaction ? "commit" : "begin");
                inTransaction = !inTransaction;
            }
            if (statement.session().isPresent()) {
                executeFirst(statement);
            } else {
                execute(statement.sql().text());
            }
        }
        if (inTransaction) {
            execute("commit");
        }
    }

    /** In a session of its own. */
    private void executeFirst(Statement statement) {
        String options = URLEncoder.encode(statement.session().orElseThrow(), StandardCharsets.UTF_8);
        try (Connection own = DriverManager.getConnection(
                        database.url() + "&assumeMinServerVersion=9.4&options=" + options.replace("+", "%20"));
                java.sql.Statement first = own.createStatement()) {
            first.execute(statement.sql().text());
        } catch (SQLException e) {
            throw new StatementFailedException(statement.sql().text(), e);
        }
    }

    void execute(String sql) {
        history.add(sql);
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            rollback();
            throw new StatementFailedException(sql, e);
        }
    }

    private void rollback() {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The database, emptied, is free for the next law; one that cannot be emptied is dropped. */
    @Override
    public void close() {
        if (isWiped()) {
            free(new Place(database.server(), kind)).add(this);
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database.close();
    }

    private boolean isWiped() {
        try {
            kind.wipe().forEach(this::execute);
            history.clear();
            return true;
        } catch (StatementFailedException e) {
            return false;
        }
    }
}
