package dev.varve.timescale.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.StringJoiner;

/**
 * An interval of time in one form: months, which have no fixed length, and the rest in microseconds, where a day has 24 hours. So
 * {@code 168:00:00} and {@code 7 days} are equal here, as TimescaleDB treats them alike.
 */
public record Interval(int months, long microseconds) implements Span, Comparable<Interval> {

    /** How many microseconds a day has. */
    public static final long DAY = Duration.ofDays(1).toNanos() / 1000;

    /** No time at all. */
    public static final Interval NONE = ofMicroseconds(0);

    private static final long HOUR = DAY / 24;
    private static final long MINUTE = HOUR / 60;
    private static final long SECOND = MINUTE / 60;

    private static final Comparator<Interval> ORDER = Comparator.comparingLong(Interval::length);

    public Interval {
        if (months < 0 || microseconds < 0) {
            throw new IllegalArgumentException("An interval must not be negative.");
        }
    }

    /** So many months. */
    public static Interval ofMonths(int months) {
        return new Interval(months, 0);
    }

    /** So many microseconds. */
    public static Interval ofMicroseconds(long microseconds) {
        return new Interval(0, microseconds);
    }

    /** The interval of a duration, to the microsecond. */
    public static Interval of(Duration duration) {
        return ofMicroseconds(duration.toNanos() / 1000);
    }

    /** The interval with 30 days in the place of a month, as TimescaleDB keeps the length of chunks. */
    public Interval fixed() {
        return ofMicroseconds(length());
    }

    /** The length in microseconds, where a month has 30 days. */
    @Override
    public long length() {
        return Math.addExact(Math.multiplyExact(months, 30 * DAY), microseconds);
    }

    /** Half of this interval, with 30 days in the place of a month. */
    public Interval half() {
        return ofMicroseconds(length() / 2);
    }

    @Override
    public Interval times(int factor) {
        return new Interval(Math.multiplyExact(months, factor), Math.multiplyExact(microseconds, factor));
    }

    @Override
    public String type() {
        return "interval";
    }

    /** The interval in words, such as {@code 1 month 2 days 12 hours}. */
    @Override
    public String text() {
        StringJoiner words = new StringJoiner(" ").setEmptyValue("0 seconds");
        add(words, months / 12, "year");
        add(words, months % 12, "month");
        add(words, microseconds / DAY, "day");
        add(words, microseconds % DAY / HOUR, "hour");
        add(words, microseconds % HOUR / MINUTE, "minute");
        add(words, microseconds % MINUTE / SECOND, "second");
        add(words, microseconds % SECOND, "microsecond");
        return words.toString();
    }

    private static void add(StringJoiner words, long count, String unit) {
        if (count != 0) {
            words.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }

    @Override
    public String json() {
        return '"' + text() + '"';
    }

    @Override
    public String sql() {
        return "interval '" + text() + '\'';
    }

    @Override
    public int compareTo(Interval other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
