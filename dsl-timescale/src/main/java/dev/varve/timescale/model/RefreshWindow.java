package dev.varve.timescale.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of the time axis that is brought up to date now, at once or in steps.
 *
 * @param from its begin, in microseconds since 1970 or in units of a time that is a whole number
 * @param to its end, which is no part of it
 * @param step how much is brought up to date at a time; everything if empty
 */
public record RefreshWindow(long from, long to, Optional<Span> step, boolean whole) {

    /** More steps than that nobody waits for. */
    private static final long MOST = 10_000;

    /** The Monday from which TimescaleDB counts buckets. */
    private static final long ORIGIN = micros(Instant.parse("2000-01-03T00:00:00Z"));

    /**
     * @throws IllegalArgumentException if it does not end after it begins, or a step is of another kind or too short
     */
    public RefreshWindow {
        if (from >= to) {
            throw new IllegalArgumentException("A window must end after it begins.");
        }
        boolean fits = step.filter(span -> span instanceof IntegerSpan != whole).isEmpty();
        if (!fits || step.filter(span -> span.length() < 1 + (to - from) / MOST).isPresent()) {
            throw new IllegalArgumentException(
                    "A step of " + step.get()
                            + " does not fit a window of that length or kind. Say a longer one, or an interval where time is one.");
        }
    }

    /** The window between two moments. */
    public static RefreshWindow between(Instant from, Instant to) {
        return new RefreshWindow(micros(from), micros(to), Optional.empty(), false);
    }

    /** The window between two numbers, where time is a whole number. */
    public static RefreshWindow between(long from, long to) {
        return new RefreshWindow(from, to, Optional.empty(), true);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** The same, brought up to date so much at a time, each in a statement of its own; what is done stays done if a run is cut off. */
    public RefreshWindow inSteps(Span length) {
        return new RefreshWindow(from, to, Optional.of(length), whole);
    }

    /** The windows of the steps, cut where buckets of that width begin, so that none is left out between two. */
    List<RefreshWindow> steps(long width) {
        long start = floor(from, width);
        long end = floor(to + width - 1, width);
        long length = step.map(Span::length).orElse(end - start);
        long whole = Math.max(width, (length + width - 1) / width * width);
        List<RefreshWindow> windows = new ArrayList<>();
        for (long begin = start; begin < end; begin += whole) {
            windows.add(new RefreshWindow(begin, Math.min(end, begin + whole), Optional.empty(), this.whole));
        }
        return windows;
    }

    private long floor(long time, long width) {
        long origin = whole ? 0 : ORIGIN;
        return Math.floorDiv(time - origin, width) * width + origin;
    }

    /** A moment or number of the axis as PostgreSQL reads it for a column of that type. */
    static String literal(long time, String type) {
        Instant moment = Instant.EPOCH.plus(time, ChronoUnit.MICROS);
        return switch (type) {
            case "smallint", "integer", "bigint" -> time + "::" + type;
            case "date" -> "date '" + moment.toString().substring(0, 10) + '\'';
            case "timestamp" ->
                "timestamp '" + moment.toString().replace("T", " ").replace("Z", "") + '\'';
            default -> "timestamptz '" + moment.toString().replace("T", " ").replace("Z", "+00") + '\'';
        };
    }

    @Override
    public String toString() {
        String type = whole ? "bigint" : "timestamptz";
        return (literal(from, type) + " to " + literal(to, type)).replaceAll("timestamptz |::bigint|'", "")
                + step.map(length -> " by " + length).orElse("");
    }
}
