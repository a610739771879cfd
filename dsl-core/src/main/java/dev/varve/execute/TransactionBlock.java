package dev.varve.execute;

import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that run in one transaction and one round trip: an anonymous PL/pgSQL block, run in autocommit. Each statement begins on a
 * line of its own, so that the line in the context of an error tells which of them failed, in every language of the server.
 */
final class TransactionBlock {

    /** What PostgreSQL calls the block in the context of an error; it is never translated. */
    static final String OWN_NAME = "inline_code_block";

    private static final Pattern LINE = Pattern.compile("\\d+");

    private final StringBuilder body = new StringBuilder("begin\n");
    private final List<Integer> lines = new ArrayList<>();
    private int line = 2;

    /** Adds PL/pgSQL that belongs to no statement. */
    TransactionBlock first(Sql code) {
        add(code.text());
        return this;
    }

    /** Adds a statement; the first has the index 0. */
    TransactionBlock execute(Sql statement) {
        lines.add(line);
        add("execute " + new DollarQuoted(statement.text()).sql() + ";");
        return this;
    }

    private void add(String text) {
        body.append(text).append('\n');
        line += 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The statement as it is sent. */
    Sql sql() {
        return Sql.raw("do " + new DollarQuoted(body + "end").sql());
    }

    /** The index of the statement that an error comes from; empty if it comes from none, as a deferred check at the commit does. */
    OptionalInt failed(ServerError error) {
        String outermost = error.where().substring(error.where().lastIndexOf('\n') + 1);
        Matcher number = LINE.matcher(outermost);
        return outermost.contains(OWN_NAME) && number.find()
                ? indexOf(Integer.parseInt(number.group()))
                : OptionalInt.empty();
    }

    private OptionalInt indexOf(int failedLine) {
        int index = lines.indexOf(failedLine);
        return index >= 0 ? OptionalInt.of(index) : OptionalInt.empty();
    }
}
