package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/**
 * Runs statements as they are written, about whose effect the library knows nothing but the way back that their author stated.
 *
 * @param description what they do; the beginning of the first if nobody said
 */
public record ExecuteSql(String description, List<String> sql, StatedReversal stated) implements Operation {

    /** The way back as the author of a raw statement states it. */
    public sealed interface StatedReversal {

        /** Statements that take it back. */
        record ReversedBy(List<String> sql) implements StatedReversal {

            public ReversedBy {
                sql = List.copyOf(sql);
            }
        }

        /** There is no way back. */
        record Irreversible(String reason) implements StatedReversal {}

        /** Nothing has to be taken back for the schema to be as it was, but something stays lost. */
        record Losing(String lost) implements StatedReversal {}
    }

    public ExecuteSql {
        sql = sql.stream().map(text -> Sql.statement(text).text()).toList();
    }

    @Override
    public Footprint footprint() {
        return Footprint.unknown();
    }

    @Override
    public List<Statement> statements(Database before) {
        return sql.stream()
                .map(text -> Statement.of(Sql.raw(text), LockMode.ACCESS_EXCLUSIVE))
                .toList();
    }

    @Override
    public Database after(Database before) {
        return before;
    }

    @Override
    public Reversal reversal(Database before) {
        if (stated instanceof StatedReversal.ReversedBy by) {
            StatedReversal again = new StatedReversal.ReversedBy(sql);
            return by.sql().isEmpty()
                    ? Reversal.Exact.by()
                    : Reversal.Exact.by(new ExecuteSql("take back: " + description, by.sql(), again));
        }
        return stated instanceof StatedReversal.Losing losing
                ? new Reversal.Lossy(List.of(), List.of(losing.lost()))
                : new Reversal.Impossible(((StatedReversal.Irreversible) stated).reason());
    }
}
