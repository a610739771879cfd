package dev.varve.execute;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The lock that keeps migrators apart: an advisory lock of the session that runs the statements. It is polled in autocommit, because a
 * session that waits inside {@code pg_advisory_lock} or an open transaction would keep {@code create index concurrently} from ever ending.
 */
final class MigrationLock {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Connection connection;
    private final long key;

    MigrationLock(Connection connection, String versionSchema) {
        this.connection = connection;
        this.key = key(versionSchema);
    }

    /** The key of the lock for a version schema, in the database of the session. */
    static long key(String versionSchema) {
        CRC32 crc = new CRC32();
        crc.update(versionSchema.getBytes(StandardCharsets.UTF_8));
        return 0x5641525645000000L ^ crc.getValue(); // the first letters of the library's name, then the schema
    }

    long key() {
        return key;
    }

    /** A condition that holds in the session that has the lock. */
    static String isHeld(long key) {
        return "exists (select from pg_locks where locktype = 'advisory' and objsubid = 1 and granted and pid = pg_backend_pid()"
                + " and database = (select oid from pg_database where datname = current_database())"
                + " and classid = " + (key >>> 32) + " and objid = " + (key & 0xFFFFFFFFL) + ")";
    }

    /**
     * Takes the lock, waiting for whoever has it.
     *
     * @param onWait is told who has it, once
     * @throws ExecutionException if the time is over
     */
    void take(Duration patience, Consumer<String> onWait) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = Duration.ofMillis(50);
        boolean told = false;
        while (!tryTake()) {
            if (!told) {
                onWait.accept(holder());
                told = true;
            }
            if (System.nanoTime() > deadline) {
                throw new ExecutionException(
                        "Another migrator has been working on this database for more than "
                                + patience.toSeconds() + " s: " + holder()
                                + ". Nothing was changed. Wait for it, or end its session"
                                + " (select pg_terminate_backend(...)); what it has done is recorded, and the next run goes on from there.");
            }
            Pauses.pause(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis())));
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private boolean tryTake() throws SQLException {
        return ask("select pg_try_advisory_lock(" + key + ")");
    }

    /** Gives the lock back. */
    void release() throws SQLException {
        if (!ask("select pg_advisory_unlock(" + key + ")")) {
            throw new ExecutionException(
                    "The lock of the migrators was not held when it was given back. Connect to PostgreSQL"
                            + " itself, not through a pooler of transactions.");
        }
    }

    private boolean ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private String holder() throws SQLException {
        String sql = """
                select concat_ws(', ', 'pid ' || a.pid, nullif(a.application_name, ''), 'from ' || a.client_addr,
                    'since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS'), 'running: ' || left(a.query, 100))
                from pg_locks l join pg_stat_activity a on a.pid = l.pid
                where l.locktype = 'advisory' and l.granted and l.classid = %d and l.objid = %d
                    and l.database = (select oid from pg_database where datname = current_database())
                """.formatted(key >>> 32, key & 0xFFFFFFFFL);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "nobody any more";
        }
    }
}
