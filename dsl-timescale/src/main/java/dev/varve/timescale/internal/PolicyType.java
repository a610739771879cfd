package dev.varve.timescale.internal;

import static java.util.stream.Collectors.toMap;

import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.Policy;
import dev.varve.timescale.model.Span;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Policies of one kind on hypertables, each of which has an age and a schedule. */
abstract class PolicyType<P extends Policy> implements FacetType<P> {

    private final Class<P> type;
    private final String procedure;
    private final String ageKey;
    private final BiFunction<Span, Optional<Interval>, P> constructor;

    PolicyType(Class<P> type, String procedure, String ageKey, BiFunction<Span, Optional<Interval>, P> constructor) {
        this.type = type;
        this.procedure = procedure;
        this.ageKey = ageKey;
        this.constructor = constructor;
    }

    private record Found<P>(QualifiedName table, P policy) {}

    @Override
    public final Class<P> type() {
        return type;
    }

    @Override
    public final Map<QualifiedName, P> introspect(Catalog catalog) {
        String sql = "select h.schema_name, h.table_name, "
                + TimescaleCatalog.intervalColumns("j.schedule_interval", "schedule") + ", "
                + TimescaleCatalog.spanColumns(ageKey)
                + """

                from {jobs}.bgw_job j
                join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                where j.proc_name = ?::name and j.config ? '%s' and not exists (
                    select from _timescaledb_catalog.continuous_agg a where a.mat_hypertable_id = h.id)
                """.formatted(ageKey).replace("config ? ", "config ?? ");
        return new TimescaleCatalog(catalog)
                .query(sql, this::found, procedure).stream().collect(toMap(Found::table, Found::policy));
    }

    private Found<P> found(Row row) {
        Span age = TimescaleCatalog.span(row, ageKey).orElseThrow();
        Interval schedule = TimescaleCatalog.interval(row, "schedule");
        return new Found<>(TimescaleCatalog.name(row), constructor.apply(age, Optional.of(schedule)));
    }
}
