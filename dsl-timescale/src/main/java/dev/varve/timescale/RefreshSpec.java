package dev.varve.timescale;

import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.RefreshOptions;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.Span;
import java.util.Optional;

/**
 * How a continuous aggregate is kept up to date: {@code every(minutes(5)).from(hours(3)).until(minutes(1))}. What is not said reaches to
 * the beginning and to the newest row.
 */
public record RefreshSpec(
        Interval interval, Optional<Span> start, Optional<Span> end, Schedule schedule, RefreshOptions options) {

    static RefreshSpec every(Interval interval) {
        return new RefreshSpec(interval, Optional.empty(), Optional.empty(), Schedule.CHOSEN, RefreshOptions.CHOSEN);
    }

    /** Looks back so far each time; or begins so far ahead of now, if it is {@link Span#negated}. */
    public RefreshSpec from(Span age) {
        Once.refuse(start, "The start of the refresh");
        return new RefreshSpec(interval, Optional.of(age), end, schedule, options);
    }

    /** Leaves out what is younger than that; or goes on so far ahead of now, if it is {@link Span#negated}. */
    public RefreshSpec until(Span age) {
        Once.refuse(end, "The end of the refresh");
        return new RefreshSpec(interval, start, Optional.of(age), schedule, options);
    }

    /** Runs at these times, as often as was said. */
    public RefreshSpec scheduled(Schedule times) {
        Once.refuse(Optional.of(schedule).filter(said -> !said.equals(Schedule.CHOSEN)), "The schedule of the refresh");
        return new RefreshSpec(interval, start, end, times, options);
    }

    /** Brings so many buckets up to date in one transaction, and the next ones in another; all of them in one if it is 0. */
    public RefreshSpec bucketsPerBatch(int buckets) {
        Once.refuse(options.bucketsPerBatch(), "The number of buckets per batch of the refresh");
        return with(options.bucketsPerBatch(buckets));
    }

    /** Brings so many batches up to date at most, and leaves the others to the next run; all of them if it is 0. */
    public RefreshSpec maxBatchesPerExecution(int batches) {
        Once.refuse(options.maxBatchesPerExecution(), "The number of batches per execution of the refresh");
        return with(options.maxBatchesPerExecution(batches));
    }

    /** Begins with the oldest batch, and not with the newest. */
    public RefreshSpec oldestFirst() {
        return with(options.oldestFirst(true));
    }

    /** Reads what has moved to tiered storage, too, whatever {@code timescaledb.enable_tiered_reads} says. */
    public RefreshSpec includeTieredData() {
        return tieredData(true);
    }

    /** Leaves out what has moved to tiered storage, whatever {@code timescaledb.enable_tiered_reads} says. */
    public RefreshSpec excludeTieredData() {
        return tieredData(false);
    }

    private RefreshSpec tieredData(boolean included) {
        Once.refuse(
                options.includeTieredData().map(said -> said ? "included" : "excluded"),
                "What the refresh does with tiered data");
        return with(options.includeTieredData(included));
    }

    private RefreshSpec with(RefreshOptions others) {
        return new RefreshSpec(interval, start, end, schedule, others);
    }

    RefreshPolicy policy() {
        return new RefreshPolicy(schedule.every(interval), start, end, options);
    }
}
