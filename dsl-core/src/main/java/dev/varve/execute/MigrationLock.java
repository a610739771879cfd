package dev.varve.execute;

import dev.varve.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The lock that keeps migrators apart: an advisory lock of the session that runs the statements. It is polled in autocommit, because a
 * session that waits inside {@code pg_advisory_lock} or an open transaction would keep {@code create index concurrently} from ever ending.
 */
final class MigrationLock {

    /** The SQLSTATE by which a block says that its session does not hold the lock. */
    static final String LOST = "VRV01";

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final MigratorSession session;
    private final long key;

    MigrationLock(MigratorSession session, String versionSchema) {
        this.session = session;
        this.key = key(versionSchema);
    }

    /** The key of the lock for a version schema, in the database of the session. */
    static long key(String versionSchema) {
        CRC32 crc = new CRC32();
        crc.update(versionSchema.getBytes(StandardCharsets.UTF_8));
        return 0x5641525645000000L ^ crc.getValue(); // the first letters of the library's name, then the schema
    }

    /** PL/pgSQL that fails in a session that does not hold the lock. */
    Sql fence() {
        return Sql.raw("if not exists (select from pg_locks l where " + isIt() + " and l.pid = pg_backend_pid())"
                + " then raise exception using errcode = '" + LOST + "', message = 'The lock is lost.'; end if;");
    }

    private String isIt() {
        return "l.locktype = 'advisory' and l.objsubid = 1 and l.granted"
                + " and l.database = (select d.oid from pg_database d where d.datname = current_database())"
                + " and l.classid = " + (key >>> 32) + " and l.objid = " + (key & 0xFFFFFFFFL);
    }

    /**
     * Takes the lock, waiting for whoever has it.
     *
     * @param run the run whose sessions shall not wait for each other
     * @param onWait is told who has it, once
     * @throws ExecutionException if the time is over
     */
    void take(Run run, Consumer<String> onWait) throws SQLException {
        Duration patience = run.locks().forMigrator();
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = Duration.ofMillis(50);
        boolean told = false;
        while (!tryTake()) {
            if (!told) {
                refuseOwn(run);
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
        return session.ask(Sql.raw("select pg_try_advisory_lock(" + key + ")")).equals("t");
    }

    /** A run that has locked the database under another name would wait for itself. */
    private void refuseOwn(Run run) throws SQLException {
        String sql =
                "select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid where " + isIt();
        if (session.ask(Sql.raw(sql)).equals(run.name())) {
            throw new ExecutionException(
                    "Two of the databases are the same database of the same server. Nothing was changed."
                            + " Give each name a database of its own, or check the URLs.");
        }
    }

    /**
     * Gives the lock back.
     *
     * @throws ExecutionException if the session did not have it any more
     */
    void release() throws SQLException {
        if (!session.ask(Sql.raw("select pg_advisory_unlock(" + key + ")")).equals("t")) {
            throw lost();
        }
    }

    /** What to say to somebody whose session has lost the lock. */
    static ExecutionException lost() {
        return new ExecutionException(
                "The session does not hold the lock of the migrators any more: its connection leads to changing sessions of the server,"
                        + " as with PgBouncer in transaction mode, or somebody has released all advisory locks. Connect to"
                        + " PostgreSQL itself and run the same command again; what was done is recorded.");
    }

    private String holder() throws SQLException {
        String sql = """
                select concat_ws(', ', 'pid ' || a.pid, nullif(a.application_name, ''), 'from ' || a.client_addr,
                    'since ' || to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS'),
                    'running: ' || left(regexp_replace(a.query, '\\s+', ' ', 'g'), 100))
                from pg_locks l join pg_stat_activity a on a.pid = l.pid
                where %s""".formatted(isIt());
        String holder = session.ask(Sql.raw(sql));
        return holder.isEmpty() ? "nobody any more" : Secrets.hidden(holder);
    }
}
