package dev.varve.timescale;

import dev.varve.timescale.model.Interval;
import java.time.temporal.Temporal;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The functions of TimescaleDB as parts of jOOQ. They are named with the schema in which the extension lives unless somebody moved it, so
 * that they are found whatever the search path is.
 */
final class TimescaleFields {

    private TimescaleFields() {}

    static <T extends Temporal> Field<T> timeBucket(Interval width, Field<T> time) {
        return DSL.function(name("time_bucket"), time.getDataType(), DSL.field(width.sql()), time);
    }

    static <T extends Temporal> Field<T> timeBucket(Interval width, Field<T> time, Field<?> more) {
        return DSL.function(name("time_bucket"), time.getDataType(), DSL.field(width.sql()), time, more);
    }

    static <T extends Number> Field<T> timeBucket(T width, Field<T> time) {
        return DSL.function(name("time_bucket"), time.getDataType(), DSL.inline(width), time);
    }

    static <T extends Temporal> Field<T> gapfill(Interval width, Field<T> time, Field<T> start, Field<T> finish) {
        return DSL.function(
                name("time_bucket_gapfill"), time.getDataType(), DSL.field(width.sql()), time, start, finish);
    }

    static <T> Field<T> filling(String function, Field<T> value) {
        return DSL.function(name(function), value.getDataType(), value);
    }

    static <T> AggregateFunction<T> bookend(String function, Field<T> value, Field<?> time) {
        return DSL.aggregate(name(function), value.getDataType(), value, time);
    }

    static AggregateFunction<Integer[]> histogram(Field<? extends Number> value, double min, double max, int parts) {
        return DSL.aggregate(
                name("histogram"),
                SQLDataType.INTEGER.array(),
                value,
                DSL.inline(min),
                DSL.inline(max),
                DSL.inline(parts));
    }

    private static Name name(String function) {
        return DSL.name("public", function);
    }
}
