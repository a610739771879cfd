package dev.varve.timescale.internal;

import static java.util.stream.Collectors.toMap;

import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.Policy;
import dev.varve.timescale.model.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Policies of one kind on hypertables, each of which has an age and a schedule. One that compresses where compression has ended does nothing
 * but fail, and is reported.
 */
abstract class PolicyType<P extends Policy> implements FacetType<P> {

    private final Class<P> type;
    private final String procedure;
    private final String verb;
    private final BiFunction<Age, Schedule, P> constructor;

    /**
     * @param verb what it does to chunks, as its configuration says that: {@code drop} for {@code drop_after}
     */
    PolicyType(Class<P> type, String procedure, String verb, BiFunction<Age, Schedule, P> constructor) {
        this.type = type;
        this.procedure = procedure;
        this.verb = verb;
        this.constructor = constructor;
    }

    private record Found<P>(QualifiedName table, P policy) {}

    @Override
    public final Class<P> type() {
        return type;
    }

    @Override
    public List<Operation> difference(ObjectId<Table> table, Optional<P> from, Optional<P> to) {
        return ChunkFactDifference.policy(table, type, from, to);
    }

    @Override
    public final Map<QualifiedName, P> introspect(Catalog catalog) {
        return found(new TimescaleCatalog(catalog), false);
    }

    /** The policies of hypertables, or those of continuous aggregates. */
    final Map<QualifiedName, P> found(TimescaleCatalog timescale, boolean aggregates) {
        String sql = "select coalesce(a.user_view_schema, h.schema_name) as schema_name,"
                + " coalesce(a.user_view_name, h.table_name) as table_name, " + ScheduleColumns.SQL + ", "
                + TimescaleCatalog.spanColumns(verb + "_after") + ", "
                + TimescaleCatalog.spanColumns(verb + "_created_before")
                + """

                from {jobs}.bgw_job j
                join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                where j.proc_name = ?::name and (a.mat_hypertable_id is not null) = ?
                    and (j.proc_name <> 'policy_compression' or {enabled})
                """;
        return timescale.query(sql, this::found, procedure, aggregates).stream()
                .flatMap(Optional::stream)
                .collect(toMap(Found::table, Found::policy));
    }

    private Optional<Found<P>> found(Row row) {
        return age(row).map(age ->
                new Found<>(TimescaleCatalog.name(row), constructor.apply(age, ScheduleColumns.read(row))));
    }

    private Optional<Age> age(Row row) {
        return TimescaleCatalog.span(row, verb + "_after")
                .map(Age::of)
                .or(() -> TimescaleCatalog.span(row, verb + "_created_before").map(span -> new Age(span, true)));
    }
}
