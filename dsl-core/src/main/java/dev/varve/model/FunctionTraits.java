package dev.varve.model;

import dev.varve.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL may assume of a function.
 *
 * @param strict whether it gives null wherever an argument is null, without being run
 * @param leakproof whether nothing of its arguments gets out but by its result; only a superuser can say so
 * @param window whether it sees the rows of a window
 */
public record FunctionTraits(
        Volatility volatility,
        ParallelSafety parallel,
        boolean strict,
        boolean leakproof,
        boolean window,
        Estimate estimate) {

    /** Nothing. */
    public static final FunctionTraits PLAIN =
            new FunctionTraits(Volatility.VOLATILE, ParallelSafety.UNSAFE, false, false, false, Estimate.USUAL);

    /** The same, depending on something else. */
    public FunctionTraits depending(Volatility other) {
        return new FunctionTraits(other, parallel, strict, leakproof, window, estimate);
    }

    /** The same, running elsewhere. */
    public FunctionTraits parallel(ParallelSafety other) {
        return new FunctionTraits(volatility, other, strict, leakproof, window, estimate);
    }

    /** The same, run for null or not. */
    public FunctionTraits strict(boolean other) {
        return new FunctionTraits(volatility, parallel, other, leakproof, window, estimate);
    }

    /** The same, keeping its arguments to itself or not. */
    public FunctionTraits leakproof(boolean other) {
        return new FunctionTraits(volatility, parallel, strict, other, window, estimate);
    }

    /** The same, seeing the rows of a window. */
    public FunctionTraits overWindow() {
        return new FunctionTraits(volatility, parallel, strict, leakproof, true, estimate);
    }

    /** The same, of which the planner thinks something else. */
    public FunctionTraits estimated(Estimate other) {
        return new FunctionTraits(volatility, parallel, strict, leakproof, window, other);
    }

    FunctionTraits in(String language) {
        return estimated(estimate.in(language));
    }

    FunctionTraits following(Rename rename) {
        return estimated(estimate.following(rename));
    }

    boolean canBeAlteredFrom(FunctionTraits old) {
        return window == old.window && estimate.canBeAlteredFrom(old.estimate);
    }

    /** The clauses that say it, where it is not what is the case without a word. */
    List<Sql> clauses(String language) {
        List<Sql> clauses = changes(PLAIN, language);
        if (window) {
            clauses.add(0, Sql.raw(" window"));
        }
        return clauses;
    }

    /** The clauses that make it of others. */
    List<Sql> changes(FunctionTraits old, String language) {
        List<Sql> changes = new ArrayList<>();
        if (volatility != old.volatility) {
            changes.add(Sql.raw(' ' + volatility.sql()));
        }
        if (strict != old.strict) {
            changes.add(Sql.raw(strict ? " strict" : " called on null input"));
        }
        if (leakproof != old.leakproof) {
            changes.add(Sql.raw(leakproof ? " leakproof" : " not leakproof"));
        }
        if (parallel != old.parallel) {
            changes.add(Sql.raw(" parallel " + parallel.sql()));
        }
        changes.addAll(estimate.changes(old.estimate, language));
        return changes;
    }
}
