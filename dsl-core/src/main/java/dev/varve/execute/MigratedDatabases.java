package dev.varve.execute;

import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.revision.HistoryException;
import dev.varve.revision.RevisionNode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The databases of a migrator, as they are without a lock. */
record MigratedDatabases(Map<String, DatabaseAccess> byName, VersionStore store, Introspector introspector) {

    MigratedDatabases {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /** The databases of these revisions, in their order. */
    static Set<String> of(List<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::database).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /**
     * The way to a database.
     *
     * @throws HistoryException if there is none of that name
     */
    DatabaseAccess get(String name) {
        DatabaseAccess access = byName.get(name);
        if (access == null) {
            throw new HistoryException(
                    "There is no database \"" + name + "\"; there are " + String.join(", ", names()) + ".");
        }
        return access;
    }

    /** What the version stores hold, in one query each. */
    Map<String, StoreContents> look(Collection<String> concerned) {
        Map<String, StoreContents> seen = new LinkedHashMap<>();
        for (String database : concerned) {
            seen.put(database, get(database).connected(store::read));
        }
        return seen;
    }

    /** What the server of a database can do. */
    Environment environment(String name) {
        DatabaseAccess access = get(name);
        return access.connected(
                connection -> introspector.checked(access.environment().apply(introspector.environment(connection))));
    }

    /** Asks the server of a database what it would refuse of what is coming. */
    void foresee(String name, Foresight.Coming coming) {
        Database before = coming.before().on(environment(name));
        get(name).connected(connection -> {
            introspector.foresee(connection, coming.operations(), before);
            return coming;
        });
    }
}
