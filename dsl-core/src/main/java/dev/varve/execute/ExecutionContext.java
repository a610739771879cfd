package dev.varve.execute;

import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * What it takes to run something on a database whose lock is held.
 *
 * @param others where a second connection comes from, to see who is in the way
 */
record ExecutionContext(MigratorSession session, MigrationLock lock, DataSource others, Run run) {

    MigrationListener listener() {
        return run.listener();
    }

    VersionStore store() {
        return run.store();
    }

    LockSettings locks() {
        return run.locks();
    }

    /**
     * Runs a statement, in a session of its own if it must be the first of one.
     *
     * @throws SessionOutlivedException after one that was the first of a session
     */
    void execute(Statement statement) throws SQLException {
        if (statement.session().isPresent()) {
            new FreshSession(others, statement.session().get()).execute(statement.sql());
            throw new SessionOutlivedException();
        } else {
            session.execute(statement.sql());
        }
    }

    /** Runs statements in one transaction, if the lock is held. */
    void execute(List<Sql> statements) throws SQLException {
        TransactionBlock block = fenced();
        statements.forEach(block::execute);
        session.execute(block.sql());
    }

    /** A block that runs only while the lock is held. */
    TransactionBlock fenced() {
        return new TransactionBlock().first(lock.fence());
    }

    /** Who was seen to be in the way; if nobody was, everybody who may be. */
    String blockers(String seen) throws SQLException {
        if (!seen.isEmpty()) {
            return seen;
        }
        String query = """
                select string_agg(concat_ws(' ', 'pid', a.pid, nullif(a.application_name, ''), a.state, 'since',
                    to_char(a.xact_start, 'HH24:MI:SS'), '(' || left(a.query, 80) || ')'), '; ' order by a.xact_start)
                from pg_stat_activity a
                where a.pid <> pg_backend_pid() and a.datname = current_database() and exists (select from pg_locks l
                    where l.pid = a.pid and l.granted and l.locktype = 'relation' and l.relation >= 16384)
                """;
        String holders = session.ask(Sql.raw(query));
        return holders.equals("null") ? "nobody any more" : Secrets.hidden(holders);
    }
}
