package dev.varve.testing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** A running PostgreSQL on which tests make databases and drop them again. */
public interface TestServer {

    /** Which server it is, such as {@code PostgreSQL 15.20 with TimescaleDB, from /usr/lib/postgresql/15/bin}. */
    String description();

    /** The major version, such as 15. */
    int major();

    /** Whether {@code create extension timescaledb} works. */
    default boolean hasTimescale() {
        return hasExtension("timescaledb");
    }

    /** Whether {@code create extension} finds an extension of that name. */
    default boolean hasExtension(String name) {
        return extensionVersion(name).isPresent();
    }

    /** The version in which {@code create extension} makes an extension, if it finds it. */
    Optional<String> extensionVersion(String name);

    /** The versions in which an extension can be made, in no order. */
    List<String> extensionVersions(String name);

    /** The URL of a database, with everything that it takes to connect. */
    String url(String database);

    /** Connections to a database. */
    DataSource dataSource(String database);

    /** What {@code pg_dump --schema-only} says of a database, where a {@code pg_dump} that suits the server is at hand. */
    Optional<String> dump(String database);

    /** Runs a statement outside of any transaction, in the database that every server has. */
    void administer(String sql);

    /** A new database without any objects, dropped by {@link TestDatabase#close()}. */
    default TestDatabase create() {
        return create("template0");
    }

    /** A new database without any objects that keeps text in an encoding. */
    default TestDatabase createIn(String encoding) {
        return create("template0 encoding '" + encoding + "' locale 'C'");
    }

    /** A new database that is a copy of another one, to which nobody may be connected. */
    default TestDatabase create(String template) {
        String name = "varve_" + UUID.randomUUID().toString().replace("-", "");
        administer("create database " + name + " template " + template);
        return new TestDatabase(this, name);
    }
}
