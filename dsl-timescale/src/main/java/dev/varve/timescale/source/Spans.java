package dev.varve.timescale.source;

import dev.varve.source.Call;
import dev.varve.source.Chain;
import dev.varve.source.Code;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** How lengths of time and moments are written: {@code days(7)}, {@code units(1000)}. */
final class Spans {

    private record Unit(String word, long microseconds) {}

    private static final List<Unit> UNITS = List.of(
            new Unit("days", Interval.DAY),
            new Unit("hours", Interval.DAY / 24),
            new Unit("minutes", Interval.DAY / 1440),
            new Unit("seconds", Interval.DAY / 86400));

    private Spans() {}

    static Code of(Span span) {
        return isBehind(span) ? Chain.on(forward(span.negated())).then("negated") : forward(span);
    }

    /** One that goes forth by months and back by days has no word anyway. */
    private static boolean isBehind(Span span) {
        return span.length() < 0
                && !(span instanceof Interval interval && (interval.months() > 0 || interval.microseconds() > 0));
    }

    private static Code forward(Span span) {
        return span instanceof IntegerSpan units ? Call.of("units", number(units.length())) : interval((Interval) span);
    }

    /** What has no word is made by the constructor. */
    private static Code interval(Interval interval) {
        if (interval.months() > 0 && interval.microseconds() == 0) {
            return Call.of("months", interval.months());
        }
        if (interval.equals(Interval.NONE)) {
            return Call.of("seconds", 0);
        }
        return UNITS.stream()
                .filter(unit -> interval.months() == 0 && interval.microseconds() % unit.microseconds() == 0)
                .findFirst()
                .<Code>map(unit -> Call.of(unit.word(), number(interval.microseconds() / unit.microseconds())))
                .orElseGet(() -> Code.raw(
                        "new Interval(" + interval.months() + ", " + interval.microseconds() + "L)",
                        Set.of("dev.varve.timescale.model.Interval")));
    }

    /** A number, as short as Java takes it. */
    static Code number(long value) {
        return Code.raw(value == (int) value ? Long.toString(value) : value + "L");
    }

    /** A moment, to the microsecond. */
    static Code moment(Instant moment) {
        return Code.raw("Instant.parse(" + Code.string(moment.toString()).flat() + ')', Set.of("java.time.Instant"));
    }

    /** A moment that is given in microseconds since 1970. */
    static Code moment(long microseconds) {
        return moment(Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS));
    }
}
