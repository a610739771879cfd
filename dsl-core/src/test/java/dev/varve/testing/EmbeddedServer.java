package dev.varve.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** The PostgreSQL that comes as a library. It has the extensions of PostgreSQL's contrib, but neither TimescaleDB nor pg_dump. */
final class EmbeddedServer {

    private EmbeddedServer() {}

    /** Starts a server that stops when the JVM ends. */
    @SuppressWarnings("resource") // closed by its own shutdown hook
    static TestServer start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(ServerFiles.directory("varve-embedded"))
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("jit", "off")
                    .start();
            return new JdbcServer(
                    "embedded", "localhost", postgres.getPort(), "postgres", "", "postgres", JdbcServer.Dump.NONE);
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not start: " + e.getMessage(), e);
        }
    }
}
