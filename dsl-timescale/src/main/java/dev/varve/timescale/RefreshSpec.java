package dev.varve.timescale;

import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.Span;
import java.util.Optional;

/**
 * How a continuous aggregate is kept up to date: {@code every(minutes(5)).from(hours(3)).until(minutes(1))}. What is not said reaches to
 * the beginning and to the newest row.
 */
public record RefreshSpec(Interval interval, Optional<Span> start, Optional<Span> end) {

    static RefreshSpec every(Interval interval) {
        return new RefreshSpec(interval, Optional.empty(), Optional.empty());
    }

    /** Looks back so far each time. */
    public RefreshSpec from(Interval age) {
        return from((Span) age);
    }

    /** Looks back so many units of a time that is a whole number. */
    public RefreshSpec from(long length) {
        return from(new IntegerSpan(length));
    }

    private RefreshSpec from(Span age) {
        Once.refuse(start, "The start of the refresh");
        return new RefreshSpec(interval, Optional.of(age), end);
    }

    /** Leaves out what is younger than that. */
    public RefreshSpec until(Interval age) {
        return until((Span) age);
    }

    /** Leaves out the last so many units of a time that is a whole number. */
    public RefreshSpec until(long length) {
        return until(new IntegerSpan(length));
    }

    private RefreshSpec until(Span age) {
        Once.refuse(end, "The end of the refresh");
        return new RefreshSpec(interval, start, Optional.of(age));
    }

    RefreshPolicy policy() {
        return new RefreshPolicy(interval, start, end);
    }
}
