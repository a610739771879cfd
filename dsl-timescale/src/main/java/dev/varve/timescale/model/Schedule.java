package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.sql.Fragment;
import dev.varve.sql.Literal;
import dev.varve.sql.Sql;
import java.time.Instant;
import java.util.Optional;

/**
 * When a background job runs, and how it goes on when it fails. What is empty TimescaleDB chooses: {@code
 * schedule().every(hours(1)).atMost(minutes(10))}.
 *
 * @param every how often it runs
 * @param start the moment from which its runs are counted; each is counted from the end of the one before if this is empty
 * @param timezone the time zone in which days and months are counted
 * @param maxRuntime how long it may run; for ever if that is nothing
 * @param maxRetries how often it is tried again; for ever if that is -1
 * @param retryPeriod how long it waits before it is tried again
 * @param paused whether it is there but does not run
 */
public record Schedule(
        Optional<Interval> every,
        Optional<Instant> start,
        Optional<String> timezone,
        Optional<Interval> maxRuntime,
        Optional<Integer> maxRetries,
        Optional<Interval> retryPeriod,
        boolean paused) {

    /** A schedule of which everything is left to TimescaleDB. */
    public static final Schedule CHOSEN = new Schedule(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    /** The first 2.minor in which a job that exists can begin at another time; before, it keeps its time zone by itself. */
    private static final int BEGINNINGS = 12;

    private static final Sql NULL = Sql.raw("null");

    /** What TimescaleDB gives to a job of a kind: it may run so long, and is tried again for ever after so long. */
    static Schedule usual(Interval maxRuntime, Interval retryPeriod) {
        return CHOSEN.atMost(maxRuntime).retrying(-1, retryPeriod);
    }

    /** The same, running so often. */
    public Schedule every(Interval interval) {
        return every(Optional.of(interval));
    }

    Schedule every(Optional<Interval> interval) {
        return new Schedule(interval, start, timezone, maxRuntime, maxRetries, retryPeriod, paused);
    }

    /** The same, with runs counted from that moment, to the microsecond, and not from the end of the run before. */
    public Schedule startingAt(Instant moment) {
        return new Schedule(every, Optional.of(moment), timezone, maxRuntime, maxRetries, retryPeriod, paused);
    }

    /** The same, with days and months counted in a time zone, such as {@code Europe/Berlin}. */
    public Schedule in(String zone) {
        return new Schedule(every, start, Optional.of(zone), maxRuntime, maxRetries, retryPeriod, paused);
    }

    /** The same, ended after running so long. */
    public Schedule atMost(Interval runtime) {
        return new Schedule(every, start, timezone, Optional.of(runtime), maxRetries, retryPeriod, paused);
    }

    /** The same, tried again so often when it fails, each time after waiting so long. */
    public Schedule retrying(int times, Interval wait) {
        return new Schedule(every, start, timezone, maxRuntime, Optional.of(times), Optional.of(wait), paused);
    }

    /** The same, not running until it is resumed. */
    public Schedule pausing() {
        return new Schedule(every, start, timezone, maxRuntime, maxRetries, retryPeriod, true);
    }

    /** The same, with what is empty taken from another. */
    Schedule settled(Schedule usual) {
        return new Schedule(
                every.or(usual::every),
                start,
                timezone,
                maxRuntime.or(usual::maxRuntime),
                maxRetries.or(usual::maxRetries),
                retryPeriod.or(usual::retryPeriod),
                paused);
    }

    /** A call that makes the job, with what such a call takes. */
    TimescaleCall adding(TimescaleCall add) {
        return beginning(with(add, "schedule_interval", every));
    }

    /** A call that makes the job and takes no more than when it begins. */
    TimescaleCall beginning(TimescaleCall add) {
        return with(with(add, "initial_start", start.map(Schedule::literal)), "timezone", timezone.map(Literal::text));
    }

    /** A job that has just been made, as far as it is not yet what was said. */
    Schedule asAdded(Schedule usual) {
        return usual.every(every.or(usual::every)).timed(this);
    }

    /** The same, with runs counted as another counts them. */
    Schedule timed(Schedule other) {
        return new Schedule(every, other.start, other.timezone, maxRuntime, maxRetries, retryPeriod, paused);
    }

    /** A call that changes the job, with what differs from what it had. Without the time zone it would lose that. */
    TimescaleCall altering(TimescaleCall alter, Schedule old, Database database) {
        TimescaleCall call = alter;
        call = with(call, "max_runtime", changed(maxRuntime, old.maxRuntime));
        call = with(call, "max_retries", changed(maxRetries, old.maxRetries).map(Literal::of));
        call = with(call, "retry_period", changed(retryPeriod, old.retryPeriod));
        call = paused == old.paused ? call : call.with("scheduled", Literal.of(!paused));
        return altersBeginning(database) ? beginning(call, old) : unaltered(call, old, database);
    }

    private static boolean altersBeginning(Database database) {
        return TimescaleEdition.of(database).version().atLeast(BEGINNINGS);
    }

    private TimescaleCall beginning(TimescaleCall alter, Schedule old) {
        TimescaleCall call = start.isPresent() == old.start.isPresent()
                ? alter
                : alter.with("fixed_schedule", Literal.of(start.isPresent()));
        call = with(call, "initial_start", changed(start, old.start).map(Schedule::literal));
        Fragment zone = timezone.equals(old.timezone)
                ? Sql.raw("j.timezone")
                : timezone.<Fragment>map(Literal::text).orElse(NULL);
        return call.with("timezone", zone);
    }

    private TimescaleCall unaltered(TimescaleCall alter, Schedule old, Database database) {
        if (!start.equals(old.start) || !timezone.equals(old.timezone)) {
            TimescaleEdition.requireVersion(
                    Extension.id(TimescaleEdition.EXTENSION), "Changing when a job begins", BEGINNINGS, database);
        }
        return alter;
    }

    private static <T> Optional<T> changed(Optional<T> next, Optional<T> old) {
        return next.equals(old) ? Optional.empty() : next;
    }

    private static TimescaleCall with(TimescaleCall call, String argument, Optional<? extends Fragment> value) {
        return value.map(v -> call.with(argument, v)).orElse(call);
    }

    private static Sql literal(Instant moment) {
        return Sql.of("timestamptz {}", Literal.text(moment.toString()));
    }
}
