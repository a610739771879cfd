package dev.varve.benchmark;

import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.source.MigrationText;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import dev.varve.testing.TurnCounter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures, beside each other on the same server, what is done with 1,000 tables of five columns, and prints a table. Nothing is asserted of
 * times. It runs by itself only: {@code mvn test -pl dsl-core -Dtest=BenchmarkTest -DexcludedGroups=}.
 */
@Tag("benchmark")
class BenchmarkTest {

    private static final int TABLES = Integer.getInteger("varve.benchmark.tables", 1_000);
    private static final int TIMES = 7;
    private static final Duration LATENCY = Duration.ofMillis(20);

    private interface Work {
        void run() throws SQLException;
    }

    private final List<String> lines = new ArrayList<>();

    @Test
    void a_thousand_tables() throws SQLException {
        List<Operation> operations = BigSchema.operations(TABLES);
        TestServer server = TestServers.postgres();
        try (TestDatabase database = server.create()) {
            BigSchema.create(operations, database);
            measureReading(database);
            measureLatency(database);
        }
        measureAutogenerate(operations);
        System.out.println("\n" + TABLES + " tables of 5 columns on " + server.description() + ", Java "
                + Runtime.version().feature() + ", " + Runtime.getRuntime().availableProcessors()
                + " processors\n\n" + String.join("\n", lines) + "\n");
    }

    private void measureReading(TestDatabase database) throws SQLException {
        row("", "first", "median of " + TIMES);
        measure("pg_dump --schema-only", () -> database.dump());
        measure("introspection, connecting included", () -> read(database.url()));
        try (Connection connection = database.connect()) {
            measure("introspection, connected", () -> Introspector.create().read(connection));
        }
    }

    private static Database read(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return Introspector.create().read(connection).database();
        }
    }

    private void measureLatency(TestDatabase database) throws SQLException {
        try (TurnCounter counter = new TurnCounter(database.url(), LATENCY)) {
            measure("introspection over a line of " + LATENCY.toMillis() + " ms", () -> read(counter.url()));
            row("    round trips with connecting", "", Integer.toString(counter.turns() / (TIMES + 1)));
        }
    }

    private void measureAutogenerate(List<Operation> operations) throws SQLException {
        Changes more = new Changes(NamingConvention.STANDARD);
        for (int i = 0; i < TABLES; i += 100) {
            more.alter(table("table_" + i).inSchema("big")).addColumn("more", text());
        }
        Database history = BigSchema.state(operations);
        List<Operation> wanted = new ArrayList<>(operations);
        wanted.addAll(more.operations());
        measure("history replayed", () -> BigSchema.state(BigSchema.operations(TABLES)));
        measure("autogenerate, " + more.operations().size() + " columns are new", () -> {
            Database models = BigSchema.state(wanted);
            assertThat(written(history, models)).contains(".addColumn(\"more\", text())");
        });
        measure("autogenerate, everything is new", () -> {
            Database models = BigSchema.state(wanted);
            assertThat(written(Database.empty(), models)).contains("table_" + (TABLES - 1));
        });
    }

    private static String written(Database from, Database to) {
        Difference difference = Difference.betweenDeclared(from, to);
        return MigrationText.of(difference.operations(), from, NamingConvention.STANDARD)
                .statements();
    }

    private void measure(String name, Work work) throws SQLException {
        long first = nanos(work);
        long[] all = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            all[i] = nanos(work);
        }
        Arrays.sort(all);
        row(name, seconds(first), seconds(all[TIMES / 2]));
    }

    private static long nanos(Work work) throws SQLException {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    private void row(String name, String first, String median) {
        lines.add(String.format(Locale.ROOT, "%-45s %10s %14s", name, first, median));
    }
}
