package dev.varve.cli;

import dev.varve.model.Environment;

/** Where a database is when nobody said so: an application can bring one of its own, such as an embedded server. */
public interface DatabaseFallback extends AutoCloseable {

    /** No fallback: a database that nobody configured is an error. */
    DatabaseFallback NONE = database -> {
        throw new CliException(
                "Nobody said where the database \"" + database + "\" is. Set " + Settings.variable(database, "url")
                        + ", or " + database + ".url in " + Settings.DEFAULT_FILE + ", or give --url " + database
                        + "=jdbc:postgresql://host/name.");
    };

    /** The place of the database, made ready. */
    ConnectionSettings connection(String database);

    /** What such a server can do beyond what it says itself. */
    default Environment environment(String database, Environment environment) {
        return environment;
    }

    /** What the user should know before using such a database, in a sentence or two; empty if nothing; asked after {@link #connection}. */
    default String notice() {
        return "";
    }

    @Override
    default void close() {}
}
