package dev.varve.timescale;

import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.Span;
import java.util.Optional;

/**
 * How a continuous aggregate is kept up to date: {@code every(minutes(5)).from(hours(3)).until(minutes(1))}. What is not said reaches to
 * the beginning and to the newest row.
 */
public record RefreshSpec(Interval interval, Optional<Span> start, Optional<Span> end, Schedule schedule) {

    static RefreshSpec every(Interval interval) {
        return new RefreshSpec(interval, Optional.empty(), Optional.empty(), Schedule.CHOSEN);
    }

    /** Looks back so far each time; or begins so far ahead of now, if it is {@link Span#negated}. */
    public RefreshSpec from(Span age) {
        Once.refuse(start, "The start of the refresh");
        return new RefreshSpec(interval, Optional.of(age), end, schedule);
    }

    /** Leaves out what is younger than that; or goes on so far ahead of now, if it is {@link Span#negated}. */
    public RefreshSpec until(Span age) {
        Once.refuse(end, "The end of the refresh");
        return new RefreshSpec(interval, start, Optional.of(age), schedule);
    }

    /** Runs at these times, as often as was said. */
    public RefreshSpec scheduled(Schedule times) {
        Once.refuse(Optional.of(schedule).filter(said -> !said.equals(Schedule.CHOSEN)), "The schedule of the refresh");
        return new RefreshSpec(interval, start, end, times);
    }

    RefreshPolicy policy() {
        return new RefreshPolicy(schedule.every(interval), start, end);
    }
}
