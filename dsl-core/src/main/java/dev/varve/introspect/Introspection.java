package dev.varve.introspect;

import dev.varve.model.Database;
import java.util.List;

/**
 * What was read from a server.
 *
 * @param unreadable what was met and cannot be expressed, in words, so that nothing is left out in silence
 */
public record Introspection(Database database, List<String> unreadable) {

    public Introspection {
        unreadable = List.copyOf(unreadable);
    }
}
