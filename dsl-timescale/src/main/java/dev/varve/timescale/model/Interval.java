package dev.varve.timescale.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Map<String, Interval> UNITS = Map.ofEntries(
            Map.entry("year", ofMonths(12)),
            Map.entry("mon", ofMonths(1)),
            Map.entry("month", ofMonths(1)),
            Map.entry("week", ofMicroseconds(7 * DAY)),
            Map.entry("day", ofMicroseconds(DAY)),
            Map.entry("hour", ofMicroseconds(HOUR)),
            Map.entry("minute", ofMicroseconds(MINUTE)),
            Map.entry("min", ofMicroseconds(MINUTE)),
            Map.entry("second", ofMicroseconds(SECOND)),
            Map.entry("sec", ofMicroseconds(SECOND)));

    private static final Pattern PART = Pattern.compile("(?:(?<count>\\d{1,9}) *(?<unit>"
            + "years?|months?|mons?|weeks?|days?|hours?|minutes?|mins?|seconds?|secs?)"
            + "|(?<hours>\\d{1,6}):(?<minutes>\\d\\d)(?::(?<seconds>\\d\\d))?) *");

    private static final Comparator<Interval> ORDER = Comparator.comparingLong(Interval::length);

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

    /** The interval that PostgreSQL would read from a text, if it is written in words and as a time of day, and not negative. */
    public static Optional<Interval> parse(String text) {
        Interval sum = NONE;
        Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT).strip());
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = sum.plus(part.group("unit") == null ? clock(part) : unit(part));
            end = part.end();
        }
        boolean whole = end > 0 && end == text.strip().length();
        return whole ? Optional.of(sum) : Optional.empty();
    }

    private static Interval clock(Matcher part) {
        return ofMicroseconds(Math.addExact(
                Long.parseLong(part.group("hours")) * HOUR + Long.parseLong(part.group("minutes")) * MINUTE,
                Optional.ofNullable(part.group("seconds")).map(Long::parseLong).orElse(0L) * SECOND));
    }

    private static Interval unit(Matcher part) {
        int count = Integer.parseInt(part.group("count"));
        return UNITS.get(part.group("unit").replaceAll("s$", "")).times(count);
    }

    private Interval plus(Interval other) {
        return new Interval(Math.addExact(months, other.months), Math.addExact(microseconds, other.microseconds));
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
    public Interval negated() {
        return new Interval(Math.negateExact(months), Math.negateExact(microseconds));
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
