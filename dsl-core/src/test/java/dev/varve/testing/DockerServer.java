package dev.varve.testing;

import java.io.IOException;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container, which Testcontainers removes when the JVM ends. */
final class DockerServer {

    private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18-alpine");
    private static final DockerImageName TIMESCALE =
            DockerImageName.parse("timescale/timescaledb:2.27.2-pg18").asCompatibleSubstituteFor("postgres");

    private DockerServer() {}

    /** A plain PostgreSQL, if there is a Docker engine. */
    static Optional<TestServer> postgres() {
        return isAvailable() ? Optional.of(start(POSTGRES, "postgres")) : Optional.empty();
    }

    /** A PostgreSQL with TimescaleDB, if there is a Docker engine. */
    static Optional<TestServer> timescale() {
        return isAvailable()
                ? Optional.of(start(TIMESCALE, "postgres", "-c", "shared_preload_libraries=timescaledb"))
                : Optional.empty();
    }

    private static boolean isAvailable() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // Testcontainers closes it when the JVM ends
    private static TestServer start(DockerImageName image, String... command) {
        PostgreSQLContainer container = new PostgreSQLContainer(image);
        container.setCommand(command);
        container.start();
        return new JdbcServer(
                        "in a container of " + image.asCanonicalNameString(),
                        container.getHost(),
                        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        container.getUsername(),
                        container.getPassword(),
                        container.getDatabaseName(),
                        JdbcServer.Dump.NONE)
                .dumpedBy(database -> Optional.of(dump(container, database)));
    }

    private static String dump(PostgreSQLContainer container, String database) {
        try {
            return container
                    .execInContainer("pg_dump", "--schema-only", "-U", container.getUsername(), database)
                    .getStdout();
        } catch (IOException e) {
            throw new IllegalStateException("pg_dump failed in the container.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while pg_dump ran.", e);
        }
    }
}
