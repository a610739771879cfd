package dev.varve.cli;

import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.function.Consumer;

/** Statements as psql takes them: those that can be taken back together stand between {@code begin} and {@code commit}. */
final class ScriptText {

    private final Consumer<String> lines;
    private boolean inTransaction;

    ScriptText(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Begins the part of a database, where names are looked up as in migrations. */
    void begin(String database) {
        line("-- Database " + database + ". Run this part with psql -v ON_ERROR_STOP=1 on it.");
        line("set search_path = '';");
    }

    /** Begins a transaction or ends the one that there is, if need be. */
    void transaction(boolean wanted) {
        if (wanted != inTransaction) {
            line(wanted ? "begin;" : "commit;");
            inTransaction = wanted;
        }
    }

    /** A statement, in a transaction or outside. */
    void statement(Statement statement) {
        transaction(statement.transactional());
        statement(statement.sql());
    }

    /** A statement where the script stands. */
    void statement(Sql statement) {
        line(statement.text() + ";");
    }

    /** A line that is no statement. */
    void line(String line) {
        lines.accept(line);
    }
}
