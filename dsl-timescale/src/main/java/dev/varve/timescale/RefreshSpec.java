package dev.varve.timescale;

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
        Once.refuse(start, "The start of the refresh");
        return new RefreshSpec(interval, Optional.of(age), end);
    }

    /** Leaves out what is younger than that. */
    public RefreshSpec until(Interval age) {
        Once.refuse(end, "The end of the refresh");
        return new RefreshSpec(interval, start, Optional.of(age));
    }

    RefreshPolicy policy() {
        return new RefreshPolicy(interval, start, end);
    }
}
