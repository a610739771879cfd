package dev.varve.execute;

import dev.varve.diff.Difference;
import dev.varve.diff.Findings;
import dev.varve.diff.Scope;
import dev.varve.introspect.OtherHistory;
import dev.varve.model.Database;
import java.util.List;

/**
 * What a database ought to hold and what it holds, on the same server and in the words of that server.
 *
 * @param expected what its applied revisions say
 * @param live what it holds
 * @param unreadable what it holds that cannot be compared, in words
 * @param others where other tools think that it stands
 */
public record Comparison(Database expected, Database live, List<String> unreadable, List<OtherHistory> others) {

    /** A copy that cannot be changed. */
    public Comparison {
        unreadable = List.copyOf(unreadable);
        others = List.copyOf(others);
    }

    /** The same, with whatever is not in that scope as it ought to be. */
    public Comparison within(Scope scope) {
        return new Comparison(expected, scope.of(live, expected), unreadable, others);
    }

    /** The places in which the database of that name differs. */
    public CheckResult result(String database) {
        return new CheckResult(database, findings().all(), unreadable);
    }

    /** Whether the database differs anywhere. */
    public boolean isDifferent() {
        return !findings().isEmpty();
    }

    private Findings findings() {
        return Findings.between(expected, live);
    }

    /** The operations by which the history would come to what the database holds. */
    public Difference drift() {
        return Difference.between(expected, live);
    }

    /** The operations by which the database would come back to its history. */
    public Difference wayBack() {
        return Difference.between(live, expected);
    }
}
