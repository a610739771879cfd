package dev.varve.dsl;

import java.time.Duration;
import java.time.Period;

/**
 * The fields that an interval has; PostgreSQL cuts off what is smaller than the last of them.
 *
 * @param words as PostgreSQL writes them: {@code day to second}
 * @param <T> the Java type of such intervals
 */
public record IntervalFields<T>(String words, Class<T> javaType) {

    /** Whole years. */
    public static final IntervalFields<Period> YEAR = new IntervalFields<>("year", Period.class);

    /** Years and months. */
    public static final IntervalFields<Period> MONTH = new IntervalFields<>("month", Period.class);

    /** Years and months. */
    public static final IntervalFields<Period> YEAR_TO_MONTH = new IntervalFields<>("year to month", Period.class);

    /** Whole days. */
    public static final IntervalFields<Duration> DAY = new IntervalFields<>("day", Duration.class);

    /** Days and hours. */
    public static final IntervalFields<Duration> DAY_TO_HOUR = new IntervalFields<>("day to hour", Duration.class);

    /** Days to minutes. */
    public static final IntervalFields<Duration> DAY_TO_MINUTE = new IntervalFields<>("day to minute", Duration.class);

    /** Days to seconds. */
    public static final IntervalFields<Duration> DAY_TO_SECOND = new IntervalFields<>("day to second", Duration.class);

    /** Days and hours. */
    public static final IntervalFields<Duration> HOUR = new IntervalFields<>("hour", Duration.class);

    /** Days to minutes. */
    public static final IntervalFields<Duration> HOUR_TO_MINUTE =
            new IntervalFields<>("hour to minute", Duration.class);

    /** Days to seconds. */
    public static final IntervalFields<Duration> HOUR_TO_SECOND =
            new IntervalFields<>("hour to second", Duration.class);

    /** Days to minutes. */
    public static final IntervalFields<Duration> MINUTE = new IntervalFields<>("minute", Duration.class);

    /** Days to seconds. */
    public static final IntervalFields<Duration> MINUTE_TO_SECOND =
            new IntervalFields<>("minute to second", Duration.class);

    /** Days to seconds. */
    public static final IntervalFields<Duration> SECOND = new IntervalFields<>("second", Duration.class);

    /** The type of such intervals with so many digits of a second after the point. */
    String withPrecision(int digits) {
        if (!words.endsWith("second")) {
            throw new IllegalArgumentException(
                    "An interval " + words + " has no seconds, and therefore no digits of a second.");
        }
        return "interval " + words + '(' + digits + ')';
    }
}
