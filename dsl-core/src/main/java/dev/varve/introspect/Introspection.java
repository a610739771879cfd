package dev.varve.introspect;

import dev.varve.model.Database;
import java.util.List;

/**
 * What was read from a server.
 *
 * @param unreadable what was met and cannot be expressed, in words, so that nothing is left out in silence
 * @param others where other tools think that the database stands
 */
public record Introspection(Database database, List<String> unreadable, List<OtherHistory> others) {

    public Introspection {
        unreadable = List.copyOf(unreadable);
        others = List.copyOf(others);
    }
}
