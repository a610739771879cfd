package dev.varve.trading;

import static dev.varve.trading.Trading.TIMESCALE;

import dev.varve.cli.ConnectionSettings;
import dev.varve.cli.DatabaseFallback;
import dev.varve.model.Environment;
import dev.varve.timescale.model.TimescaleEdition;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * An embedded PostgreSQL whose databases live in a folder, so that one command finds what another one left. It has no TimescaleDB, so
 * the database {@code timescale} runs in plain mode.
 */
final class EmbeddedDatabases implements DatabaseFallback {

    private final Path folder;
    private Optional<EmbeddedPostgres> server = Optional.empty();
    private boolean plainTimescale;

    EmbeddedDatabases(Path folder) {
        this.folder = folder;
    }

    @Override
    public ConnectionSettings connection(String database) {
        EmbeddedPostgres running = server.orElseGet(this::start);
        server = Optional.of(running);
        plainTimescale |= database.equals(TIMESCALE);
        String name = "trading_" + database;
        createIfMissing(running, name);
        return new ConnectionSettings(running.getJdbcUrl("postgres", name), Optional.empty(), Optional.empty());
    }

    private EmbeddedPostgres start() {
        try {
            Files.createDirectories(folder);
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The embedded PostgreSQL in " + folder
                            + " does not start. Is another command still running? Removing the folder begins anew.",
                    e);
        }
    }

    private static void createIfMissing(EmbeddedPostgres server, String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
            if (!found.next()) {
                statement.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database " + name + " could not be created.", e);
        }
    }

    @Override
    public Environment environment(String database, Environment environment) {
        return database.equals(TIMESCALE) ? TimescaleEdition.plain(environment) : environment;
    }

    @Override
    public String notice() {
        String plain = plainTimescale
                ? " It has no TimescaleDB: hypertables are plain tables there, continuous aggregates are views, and compression,"
                        + " retention and refresh policies are skipped."
                : "";
        return server.isPresent() ? "Using the embedded PostgreSQL in " + folder + "." + plain : "";
    }

    @Override
    public void close() {
        server.ifPresent(running -> {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
