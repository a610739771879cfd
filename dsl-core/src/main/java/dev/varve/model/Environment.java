package dev.varve.model;

import dev.varve.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server can do: its version, and whatever a module needs to know of it, under a class of that module.
 *
 * @param serverVersion as {@code server_version_num} has it: 150020 is 15.20
 */
public record Environment(int serverVersion, Map<Class<?>, Object> features) {

    /** The newest PostgreSQL that the library knows, for plans that are made without a server. */
    public static final Environment NEWEST = new Environment(180000, Map.of());

    public Environment {
        features = Map.copyOf(features);
    }

    /** Whether the server is of that major version or a later one. */
    public boolean atLeast(int major) {
        return serverVersion >= major * 10_000;
    }

    /** The major version of the server, such as 15. */
    public int major() {
        return serverVersion / 10_000;
    }

    /** What is known of the server under that class. */
    public <T> Optional<T> feature(Class<T> type) {
        return Optional.ofNullable(type.cast(features.get(type)));
    }

    /** A statement as the server understands it. */
    public Statement rephrased(Statement statement) {
        Statement said = statement;
        for (Object feature : features.values()) {
            said = feature instanceof Rephrasing rephrasing ? rephrasing.rephrased(said) : said;
        }
        return said;
    }

    /** The same server with something more known of it. */
    public <T> Environment with(Class<T> type, T feature) {
        Map<Class<?>, Object> more = new HashMap<>(features);
        more.put(type, feature);
        return new Environment(serverVersion, more);
    }
}
