package dev.varve.execute;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The databases that a run has locked, each in its turn by name, so that no two migrators wait for each other. */
final class LockedDatabases implements AutoCloseable {

    private final Map<String, LockedDatabase> locked = new LinkedHashMap<>();

    static LockedDatabases open(Collection<DatabaseAccess> databases, Run run) {
        LockedDatabases all = new LockedDatabases();
        try {
            databases.forEach(access -> all.locked.put(access.name(), LockedDatabase.open(access, run)));
            return all;
        } catch (RuntimeException e) {
            all.closeAfter(e);
            throw e;
        }
    }

    LockedDatabase get(String name) {
        return locked.get(name);
    }

    /** What their version stores hold. */
    Map<String, StoreContents> contents() throws SQLException {
        Map<String, StoreContents> contents = new LinkedHashMap<>();
        for (Map.Entry<String, LockedDatabase> database : locked.entrySet()) {
            contents.put(database.getKey(), database.getValue().contents());
        }
        return contents;
    }

    Set<String> names() {
        return Set.copyOf(locked.keySet());
    }

    private void closeAfter(RuntimeException cause) {
        try {
            close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        List<RuntimeException> failures = locked.values().stream()
                .flatMap(database -> failureToClose(database).stream())
                .toList();
        failures.stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
    }

    private static Optional<RuntimeException> failureToClose(LockedDatabase database) {
        try {
            database.close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.empty(); // the session is gone, and its lock with it
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }
}
