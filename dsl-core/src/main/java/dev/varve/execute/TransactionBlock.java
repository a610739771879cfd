package dev.varve.execute;

import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that run in one transaction and one round trip: an anonymous PL/pgSQL block, run in autocommit. Each statement begins on a
 * line of its own, so that the line in the context of an error tells which of them failed, in every language of the server.
 */
final class TransactionBlock {

    private static final Pattern LINE = Pattern.compile("\\d+");

    private final StringBuilder body = new StringBuilder("begin\n");
    private final List<Integer> lines = new ArrayList<>();
    private int line = 2;

    /** A block whose statements wait for a lock no longer than that, and which fails if the session has lost the migrators' lock. */
    TransactionBlock(Duration lockTimeout, long lockKey) {
        add("perform set_config('lock_timeout', '" + lockTimeout.toMillis() + "ms', true);");
        add(
                "if not " + MigrationLock.isHeld(lockKey)
                        + " then raise exception 'The lock of the migrators is lost: the session is not"
                        + " the one that took it. Connect to PostgreSQL itself, not through a pooler of transactions.'; end if;");
    }

    private void add(String text) {
        body.append(text).append('\n');
        line += 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    /** Adds a statement; the first has the index 0. */
    void execute(Sql statement) {
        lines.add(line);
        add("execute " + new DollarQuoted(statement.text()).sql() + ";");
    }

    /** The statement as it is sent. */
    String text() {
        return "do " + new DollarQuoted(body + "end").sql();
    }

    /** The index of the statement that an error comes from, by the error's context; empty if it came from the commit. */
    Optional<Integer> failed(String context) {
        String[] frames = context.split("\n");
        Matcher number = LINE.matcher(frames[frames.length - 1]);
        return number.find() ? indexOf(Integer.parseInt(number.group())) : Optional.empty();
    }

    private Optional<Integer> indexOf(int failedLine) {
        int index = lines.indexOf(failedLine);
        return index >= 0 ? Optional.of(index) : Optional.empty();
    }
}
