package dev.varve.timescale;

import dev.varve.dsl.CoreWords;
import dev.varve.spi.ServerMode;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.RefreshWindow;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.Span;
import dev.varve.timescale.model.TimescaleEdition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The words for a database with TimescaleDB: {@code import static dev.varve.timescale.Timescale.*}. They are the core words, with a
 * table that can become a hypertable. The types of columns are in {@link dev.varve.dsl.Types}.
 */
public final class Timescale extends CoreWords {

    /** Does without TimescaleDB, for development and tests: {@code Migrator.builder().mode(PLAIN)}. */
    public static final ServerMode PLAIN = TimescaleEdition.PLAIN;

    private Timescale() {}

    /** A table, in the schema {@code public} unless it says otherwise. */
    public static TimescaleTable table(String name) {
        return TimescaleTable.of(name);
    }

    /** A continuous aggregate, in the schema {@code public} unless it says otherwise. */
    public static ContinuousAggregateSpec continuousAggregate(String name) {
        return ContinuousAggregateSpec.of(name);
    }

    /** A background job that calls a function again and again. */
    public static JobSpec job(String name) {
        return JobSpec.of(name);
    }

    /** The column of time by which a hypertable is cut into chunks. */
    public static TimeAxis by(String column) {
        return new TimeAxis(column);
    }

    /** A column by whose hash the rows of a hypertable are spread over so many partitions. */
    public static HashDimension hash(String column, int partitions) {
        return new HashDimension(column, partitions);
    }

    /** Compression of chunks that are so old. */
    public static CompressionSpec after(Span age) {
        return CompressionSpec.UNSAID.after(age);
    }

    /** Compression of chunks that are so old, such as {@code after(sinceCreation(days(7)))}. */
    public static CompressionSpec after(Age age) {
        return CompressionSpec.UNSAID.after(age);
    }

    /** The age of chunks that were made so long ago, whatever the time of their rows. */
    public static Age sinceCreation(Interval age) {
        return Age.sinceCreation(age);
    }

    /** The age of chunks whose rows are so old. */
    public static Age old(Span age) {
        return Age.of(age);
    }

    /** When a job runs, and how it goes on when it fails. */
    public static Schedule schedule() {
        return Schedule.CHOSEN;
    }

    /** So many units of a time that is a whole number. */
    public static IntegerSpan units(long count) {
        return new IntegerSpan(notNegative(count));
    }

    /** Compression with the values of these columns stored once for many rows. */
    public static CompressionSpec segmentBy(String... columns) {
        return CompressionSpec.UNSAID.segmentBy(columns);
    }

    /** Compression for whose chunks TimescaleDB chooses what segments the rows. */
    public static CompressionSpec chosenSegments() {
        return CompressionSpec.UNSAID.chosenSegments();
    }

    /** The window of time between two moments. */
    public static RefreshWindow window(Instant from, Instant to) {
        return RefreshWindow.between(from, to);
    }

    /** The window between two numbers, where time is a whole number. */
    public static RefreshWindow window(long from, long to) {
        return RefreshWindow.between(from, to);
    }

    /** A refresh that is repeated so often. */
    public static RefreshSpec every(Interval interval) {
        return RefreshSpec.every(interval);
    }

    /** So many seconds. */
    public static Interval seconds(long count) {
        return Interval.of(Duration.ofSeconds(notNegative(count)));
    }

    /** So many minutes. */
    public static Interval minutes(long count) {
        return Interval.of(Duration.ofMinutes(notNegative(count)));
    }

    /** So many hours. */
    public static Interval hours(long count) {
        return Interval.of(Duration.ofHours(notNegative(count)));
    }

    /** So many days of 24 hours. */
    public static Interval days(long count) {
        return Interval.of(Duration.ofDays(notNegative(count)));
    }

    /** So many weeks of 7 days. */
    public static Interval weeks(long count) {
        return days(Math.multiplyExact(count, 7));
    }

    /** So many months, which have no fixed length. */
    public static Interval months(int count) {
        return Interval.ofMonths((int) notNegative(count));
    }

    private static long notNegative(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("A length of time must not be negative, as " + count
                    + " is. What a refresh policy shall reach ahead of now is said by negated().");
        }
        return count;
    }

    /** The start of the bucket of that width in which a time lies. */
    public static <T extends Temporal> Field<T> timeBucket(Interval width, Field<T> time) {
        return TimescaleFields.timeBucket(width, time);
    }

    /** The start of the bucket of that width in which a time lies, where buckets are counted from an origin. */
    public static <T extends Temporal> Field<T> timeBucket(Interval width, Field<T> time, T origin) {
        return TimescaleFields.timeBucket(width, time, DSL.inline(origin, time.getDataType()));
    }

    /** The start of the bucket of that width in which a time lies in a time zone, such as {@code Europe/Berlin}. */
    public static <T extends Temporal> Field<T> timeBucket(Interval width, Field<T> time, String zone) {
        return TimescaleFields.timeBucket(width, time, DSL.inline(zone));
    }

    /** The start of the bucket of that width in which a time that is a whole number lies. */
    public static <T extends Number> Field<T> timeBucket(T width, Field<T> time) {
        return TimescaleFields.timeBucket(width, time);
    }

    /**
     * The same as {@link #timeBucket(Interval, Field)} with a row for every bucket between two times, also where there are none. For queries
     * and views, not for continuous aggregates; a PostgreSQL without TimescaleDB has it not.
     */
    public static <T extends Temporal> Field<T> timeBucketGapfill(
            Interval width, Field<T> time, Field<T> start, Field<T> finish) {
        return TimescaleFields.gapfill(width, time, start, finish);
    }

    /** The last value before a gap that {@link #timeBucketGapfill} has filled. */
    public static <T> Field<T> locf(Field<T> value) {
        return TimescaleFields.filling("locf", value);
    }

    /** A value on the straight line across a gap that {@link #timeBucketGapfill} has filled. */
    public static <T extends Number> Field<T> interpolate(Field<T> value) {
        return TimescaleFields.filling("interpolate", value);
    }

    /** The value of the row with the earliest time. */
    public static <T> AggregateFunction<T> first(Field<T> value, Field<?> time) {
        return TimescaleFields.bookend("first", value, time);
    }

    /** The value of the row with the latest time. */
    public static <T> AggregateFunction<T> last(Field<T> value, Field<?> time) {
        return TimescaleFields.bookend("last", value, time);
    }

    /** How many values fall below the range, into each of so many equal parts of it, and above it. */
    public static AggregateFunction<Integer[]> histogram(
            Field<? extends Number> value, double min, double max, int parts) {
        return TimescaleFields.histogram(value, min, max, parts);
    }
}
