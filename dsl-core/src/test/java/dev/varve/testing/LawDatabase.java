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

    /** Where plain databases wait for the next law, and Timescale's template is kept. */
    private static final Map<TestServer, Queue<LawDatabase>> FREE = new ConcurrentHashMap<>();

    private static final Map<TestServer, TestDatabase> TEMPLATES = new ConcurrentHashMap<>();

    private static final String WIPE = """
            do $$
            declare command text;
            begin
                for command in
                    select format('drop extension %I cascade', extname) from pg_extension where extname <> 'plpgsql'
                loop
                    execute command;
                end loop;
                for command in
                    select format('alter subscription %1$I disable; alter subscription %1$I set (slot_name = none);'
                        || ' drop subscription %1$I', subname)
                    from pg_subscription where subdbid = (select oid from pg_database where datname = current_database())
                    union all
                    select format('drop publication %I', pubname) from pg_publication
                    union all
                    select format('drop event trigger %I', evtname) from pg_event_trigger
                    union all
                    select format('drop access method %I cascade', amname) from pg_am where oid >= 16384
                    union all
                    select format('drop foreign data wrapper %I cascade', fdwname) from pg_foreign_data_wrapper
                    union all
                    select format('drop transform for %s language %I', trftype::regtype, lanname)
                    from pg_transform t join pg_language l on l.oid = trflang where t.oid >= 16384
                    union all
                    select format('drop language %I cascade', lanname) from pg_language where oid >= 16384
                loop
                    execute command;
                end loop;
                for command in
                    select format('drop owned by %I', rolname) from pg_roles where rolname like 'varve\\_%'
                    union all
                    select 'alter default privileges grant execute on routines to public'
                    union all
                    select 'alter default privileges grant usage on types to public'
                loop
                    execute command;
                end loop;
                for command in
                    select format('drop schema %I cascade', nspname) from pg_namespace
                    where nspname !~ '^pg_' and nspname <> 'information_schema'
                loop
                    execute command;
                end loop;
                create schema public authorization pg_database_owner;
                grant usage on schema public to public;
                comment on schema public is 'standard public schema';
            end $$
            """;

    private final TestDatabase database;
    private final Connection connection;
    private final boolean kept;
    private final List<String> history = new ArrayList<>();
    private Optional<Database> start = Optional.empty();

    private LawDatabase(TestDatabase database, boolean kept) {
        this.database = database;
        this.connection = keepingPlans(database);
        this.kept = kept;
        execute("set client_min_messages = warning");
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

    /** A database without any objects. */
    static LawDatabase plain(TestServer server) {
        LawDatabase free = free(server).poll();

        return free == null ? new LawDatabase(droppedAtTheEnd(server.create()), true) : free;
    }

    /** A database that has TimescaleDB and nothing else. */
    static LawDatabase timescale(TestServer server) {
        TestDatabase template = TEMPLATES.computeIfAbsent(
                server, s -> droppedAtTheEnd(Templates.make(s, List.of("create extension timescaledb"))));
        return new LawDatabase(server.create(template.name()), false);
    }

    private static Queue<LawDatabase> free(TestServer server) {
        return FREE.computeIfAbsent(server, s -> new ConcurrentLinkedQueue<>());
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

    /** What is known of the server that it is on, for databases of its kind. */
    KnownStates known() {
        return kept ? KnownStates.of(database.server()) : KnownStates.ofTimescale(database.server());
    }

    Connection connection() {
        return connection;
    }

    int majorVersion() {
        try {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
        try (Connection own = DriverManager.getConnection(database.url() + "&options=" + options.replace("+", "%20"));
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
        if (kept && isWiped()) {
            free(database.server()).add(this);
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
            execute(WIPE);
            history.clear();
            return true;
        } catch (StatementFailedException e) {
            return false;
        }
    }
}
