package dev.varve.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The servers that tests run on, each started when it is first asked for and stopped when the JVM ends.
 *
 * <p>A server is taken from where there is one first: the URL in an environment variable ({@code VARVE_TEST_POSTGRES_URL}, {@code
 * VARVE_TEST_TIMESCALE_URL}), a container if there is a Docker engine, the PostgreSQL that is installed on this machine, and for
 * plain PostgreSQL the embedded one.
 */
public final class TestServers {

    private static final String NO_TIMESCALE =
            "no TimescaleDB found: neither VARVE_TEST_TIMESCALE_URL nor a Docker engine,"
                    + " and no PostgreSQL on this machine that has it installed";

    /** A tablespace that every server has on which a law is tried. */
    public static final String TABLESPACE = "varve_fast";

    private static final Supplier<TestServer> EMBEDDED = new Once<>(() -> withTablespace(EmbeddedServer.start()));
    private static final Supplier<Optional<TestServer>> LOCAL = new Once<>(TestServers::startLocal);
    private static final Supplier<TestServer> POSTGRES = new Once<>(TestServers::choosePostgres);
    private static final Supplier<Optional<TestServer>> TIMESCALE = new Once<>(TestServers::chooseTimescale);

    private TestServers() {}

    /** The plain PostgreSQL to test on. */
    public static TestServer postgres() {
        return POSTGRES.get();
    }

    /** The PostgreSQL with TimescaleDB to test on; a test that asks for it where there is none is skipped, with the reason. */
    public static TestServer timescale() {
        Optional<TestServer> server = findTimescale();
        Assumptions.assumeTrue(server.isPresent(), NO_TIMESCALE);
        return server.orElseThrow();
    }

    /** The same, if it has TimescaleDB 2.minor or later; a test that asks for more is skipped, with the reason. */
    public static TestServer timescale(int minor) {
        TestServer server = timescale();
        String version = server.extensionVersion("timescaledb").orElse("none");
        boolean enough = Integer.parseInt(version.split("\\.")[1]) >= minor;
        Assumptions.assumeTrue(enough, () -> "TimescaleDB is " + version + ", and the test needs 2." + minor);
        return server;
    }

    /** The PostgreSQL with TimescaleDB to test on, if there is one. */
    public static Optional<TestServer> findTimescale() {
        return TIMESCALE.get();
    }

    /** The newest PostgreSQL, which is always there. */
    public static TestServer embedded() {
        return EMBEDDED.get();
    }

    /** Every PostgreSQL on which a law must hold: the chosen one, and the newest. */
    public static List<TestServer> all() {
        return Stream.of(postgres(), embedded()).distinct().toList();
    }

    /** A directory of the server's own is enough for a tablespace that is only tried. */
    private static TestServer withTablespace(TestServer server) {
        try (Connection connection = server.dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_tablespace where spcname = '" + TABLESPACE + "'")
                    .next()) {
                statement.execute("set allow_in_place_tablespaces = on");
                statement.execute("create tablespace " + TABLESPACE + " location ''");
            }
            return server;
        } catch (SQLException e) {
            throw new IllegalStateException(server.description() + " has no tablespace: " + e.getMessage(), e);
        }
    }

    private static TestServer choosePostgres() {
        return first(List.of(() -> ConfiguredServer.of("VARVE_TEST_POSTGRES_URL"), DockerServer::postgres, LOCAL))
                .map(TestServers::withTablespace)
                .orElseGet(EMBEDDED);
    }

    private static Optional<TestServer> chooseTimescale() {
        Optional<TestServer> server = first(List.of(
                () -> ConfiguredServer.of("VARVE_TEST_TIMESCALE_URL"),
                DockerServer::timescale,
                () -> LOCAL.get().filter(TestServer::hasTimescale)));
        if (server.isEmpty()) {
            System.err.println("Tests that need TimescaleDB are skipped: " + NO_TIMESCALE + ".");
        }
        return server;
    }

    private static Optional<TestServer> startLocal() {
        try {
            return LocalServer.start();
        } catch (IllegalStateException e) {
            System.err.println("The PostgreSQL of this machine is not used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<TestServer> first(List<Supplier<Optional<TestServer>>> places) {
        return places.stream().flatMap(place -> place.get().stream()).findFirst();
    }
}
