package dev.varve.testing;

import dev.varve.model.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a server made of statements that were run in an empty database. The laws of a page begin in the same few states again and again, and an
 * operation begins where the one before it ended: reading them once is enough.
 */
final class KnownStates {

    /** What a database holds, as two independent witnesses tell it. */
    record Snapshot(Database state, String fingerprint) {}

    private record Place(TestServer server, LawDatabaseKind kind) {}

    private static final Map<Place, KnownStates> ALL = new ConcurrentHashMap<>();

    private final Map<List<String>, Snapshot> snapshots = new ConcurrentHashMap<>();
    private final Map<List<String>, Optional<String>> dumps = new ConcurrentHashMap<>();
    private final Map<Database, Database> normalForms = new ConcurrentHashMap<>();

    private KnownStates() {}

    /** What is known of databases of that kind on a server. */
    static KnownStates of(TestServer server, LawDatabaseKind kind) {
        return ALL.computeIfAbsent(new Place(server, kind), place -> new KnownStates());
    }

    /** What there is after those statements. */
    Snapshot snapshot(List<String> statements, Supplier<Snapshot> reading) {
        return known(snapshots, statements, reading);
    }

    /** What {@code pg_dump} says after those statements. */
    Optional<String> dump(List<String> statements, Supplier<Optional<String>> dumping) {
        return known(dumps, statements, dumping);
    }

    /** A declared state in the words of the server. */
    Database normalForm(Database declared, Supplier<Database> asking) {
        return known(normalForms, declared, asking);
    }

    /** Two that ask at once may both read: the map is not locked meanwhile. */
    private static <K, V> V known(Map<K, V> known, K key, Supplier<V> reading) {
        return Optional.ofNullable(known.get(key)).orElseGet(() -> {
            V value = reading.get();
            known.put(key, value);
            return value;
        });
    }
}
