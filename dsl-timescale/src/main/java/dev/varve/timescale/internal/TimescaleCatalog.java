package dev.varve.timescale.internal;

import dev.varve.spi.Catalog;
import dev.varve.spi.Row;
import dev.varve.spi.RowReader;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.Span;
import dev.varve.timescale.model.TimescaleEdition;
import java.util.List;
import java.util.Optional;

/**
 * The catalogs of TimescaleDB; without the extension there are none, and every query finds nothing. In a query {@code {jobs}} stands for
 * the schema of the jobs and {@code {enabled}} for the condition under which a hypertable {@code h} is compressed.
 */
record TimescaleCatalog(Catalog catalog) {

    private static final String MICROSECONDS = """
            (extract(day from {i}) * 86400000000 + extract(hour from {i}) * 3600000000 + extract(minute from {i}) * 60000000
                + extract(microseconds from {i}))::bigint""";

    TimescaleEdition edition() {
        return catalog.environment().feature(TimescaleEdition.class).orElse(TimescaleEdition.NEWEST);
    }

    boolean isInstalled() {
        return edition().isInstalled();
    }

    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        return isInstalled() ? catalog.query(completed(sql), reader, parameters) : List.of();
    }

    private String completed(String sql) {
        String enabled = edition().version().atLeast(29) ? "(h.status & 4) = 4" : "h.compression_state = 1";
        return sql.replace("{jobs}", edition().jobCatalog().text()).replace("{enabled}", enabled);
    }

    /** The select list for an interval, to be read by {@link #interval}. */
    static String intervalColumns(String expression, String name) {
        return ("(extract(year from {i}) * 12 + extract(month from {i}))::int as {n}_months, " + MICROSECONDS
                        + " as {n}_micros")
                .replace("{i}", expression)
                .replace("{n}", name);
    }

    /** The select list for an entry of a job's configuration, to be read by {@link #span}. */
    static String spanColumns(String key) {
        String entry = "(j.config -> '" + key + "')";
        String interval =
                "(case jsonb_typeof(" + entry + ") when 'string' then (j.config ->> '" + key + "')::interval end)";
        return intervalColumns(interval, key) + ", case jsonb_typeof(" + entry + ") when 'number' then " + entry
                + "::text end as " + key + "_number";
    }

    static Interval interval(Row row, String name) {
        return new Interval((int) row.number(name + "_months"), row.number(name + "_micros"));
    }

    static Optional<Span> span(Row row, String name) {
        Optional<Span> number = row.find(name + "_number").map(text -> new IntegerSpan(Long.parseLong(text)));
        return number.isPresent() ? number : row.find(name + "_micros").map(any -> interval(row, name));
    }

    /** The length of a chunk, where the row says {@code length} and whether time is a {@code whole} number. */
    static Span chunkInterval(Row row) {
        return row.is("whole") ? new IntegerSpan(row.number("length")) : Interval.ofMicroseconds(row.number("length"));
    }

    static QualifiedName name(Row row) {
        return QualifiedName.of(row.text("schema_name"), row.text("table_name"));
    }
}
