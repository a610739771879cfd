package dev.varve.timescale.internal;

import dev.varve.spi.Row;
import dev.varve.timescale.model.Schedule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The schedule of a job {@code j} as columns of a query. A start is a fact about a job only if its runs are counted from it. */
final class ScheduleColumns {

    /** The select list. */
    static final String SQL = TimescaleCatalog.intervalColumns("j.schedule_interval", "schedule") + ", "
            + TimescaleCatalog.intervalColumns("j.max_runtime", "runtime") + ", "
            + TimescaleCatalog.intervalColumns("j.retry_period", "retry")
            + """
            , j.max_retries, not j.scheduled as paused, j.timezone,
                case when j.fixed_schedule then (extract(epoch from j.initial_start) * 1000000)::bigint::text end as started""";

    private ScheduleColumns() {}

    static Schedule read(Row row) {
        return new Schedule(
                Optional.of(TimescaleCatalog.interval(row, "schedule")),
                row.find("started").map(ScheduleColumns::instant),
                row.find("timezone"),
                Optional.of(TimescaleCatalog.interval(row, "runtime")),
                Optional.of((int) row.number("max_retries")),
                Optional.of(TimescaleCatalog.interval(row, "retry")),
                row.is("paused"));
    }

    private static Instant instant(String microseconds) {
        return Instant.EPOCH.plus(Long.parseLong(microseconds), ChronoUnit.MICROS);
    }
}
