package dev.varve.execute;

import dev.varve.sql.Literal;
import dev.varve.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sees, over a connection of its own, for whom a session waits. It is there only while somebody waits, and where no second connection is
 * to be had it sees nothing.
 */
final class BlockerWatch {

    /** What may have to wait. */
    interface Work {
        void run() throws SQLException;
    }

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final ExecutionContext context;
    private final Duration delay;
    private final Consumer<String> seen;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * A watch over the session of a context, to be used once.
     *
     * @param delay until the first look
     * @param seen is told in words, by another thread, whenever it sees others than before
     */
    BlockerWatch(ExecutionContext context, Duration delay, Consumer<String> seen) {
        this.context = context;
        this.delay = delay;
        this.seen = seen;
    }

    /** Watches the session while it works. */
    void during(Work work) throws SQLException {
        Thread thread = new Thread(this::watch, "varve-blocker-watch");
        thread.setDaemon(true);
        thread.start();
        try {
            work.run();
        } finally {
            closed.countDown();
        }
    }

    private void watch() {
        if (closesWithin(delay)) {
            return;
        }
        try (Connection connection = context.others().getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            watch(connection);
            connection.setAutoCommit(autoCommit);
        } catch (SQLException | RuntimeException e) {
            // Without a second connection nobody knows who is in the way; that is no reason to stop.
        }
    }

    private void watch(Connection connection) throws SQLException {
        String last = "";
        Duration wait = BETWEEN_LOOKS;
        do {
            String blockers = blockers(connection);
            if (!blockers.isEmpty() && !blockers.equals(last) && closed.getCount() > 0) {
                seen.accept(blockers);
                last = blockers;
            }
            wait = wait.multipliedBy(11).dividedBy(10);
            wait = wait.compareTo(LONGEST_BETWEEN_LOOKS) < 0 ? wait : LONGEST_BETWEEN_LOOKS;
        } while (!closesWithin(wait));
    }

    private String blockers(Connection connection) throws SQLException {
        Sql query = Sql.of("""
                select string_agg(concat_ws(' ', 'pid', a.pid, nullif(a.application_name, ''), coalesce(a.state, a.backend_type),
                    'since ' || to_char(a.xact_start, 'HH24:MI:SS'), '(' || left(a.query, 80) || ')'), '; ' order by a.xact_start)
                from pg_stat_activity a where a.pid = any (pg_blocking_pids({}))""", Literal.of(context.session().pid()));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query.text())) {
            result.next();
            return Secrets.hidden(Optional.ofNullable(result.getString(1)).orElse(""));
        }
    }

    private boolean closesWithin(Duration wait) {
        try {
            return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
