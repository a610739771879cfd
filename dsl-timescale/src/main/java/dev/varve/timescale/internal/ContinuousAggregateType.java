package dev.varve.timescale.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import dev.varve.timescale.model.ChunkFact;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.RefreshOptions;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Continuous aggregates. Their query is that of an internal view, because the view of their name reads what is stored. */
final class ContinuousAggregateType implements ObjectType<ContinuousAggregate> {

    private static final String SQL =
            """
            select c.oid, a.user_view_schema as schema_name, a.user_view_name as table_name, a.materialized_only,
                pg_get_viewdef(format('%I.%I', a.direct_view_schema, a.direct_view_name)::regclass) as query,
                d.interval_length as length, d.column_type::text in ('smallint', 'integer', 'bigint') as whole,
                a.mat_hypertable_id as id, {ofGroup} as grouped, {ofTime} as timed
            from _timescaledb_catalog.continuous_agg a
            join pg_class c on c.oid = format('%I.%I', a.user_view_schema, a.user_view_name)::regclass
            join _timescaledb_catalog.hypertable h on h.id = a.mat_hypertable_id
            join _timescaledb_catalog.dimension d on d.hypertable_id = a.mat_hypertable_id
            order by a.mat_hypertable_id
            """.replace("{ofGroup}", counting(OwnIndexes.OF_GROUP)).replace("{ofTime}", counting(OwnIndexes.OF_TIME));

    private static final String POLICIES = "select j.hypertable_id as id, " + ScheduleColumns.SQL + ", "
            + TimescaleCatalog.spanColumns("start_offset") + ", " + TimescaleCatalog.spanColumns("end_offset")
            + """
            , j.config ->> 'buckets_per_batch' as buckets, j.config ->> 'max_batches_per_execution' as batches,
                not coalesce((j.config ->> 'refresh_newest_first')::boolean, true) as oldest_first,
                (j.config ->> 'include_tiered_data')::boolean::text as tiered
            from {jobs}.bgw_job j
            where j.proc_name = 'policy_refresh_continuous_aggregate'
            order by j.id
            """;

    private static String counting(String own) {
        return "(select count(*) from pg_index i join pg_class x on x.oid = i.indexrelid"
                + " where i.indrelid = format('%I.%I', h.schema_name, h.table_name)::regclass and " + own + ')';
    }

    private record Refreshing(long id, RefreshPolicy policy) {}

    @Override
    public Class<ContinuousAggregate> type() {
        return ContinuousAggregate.class;
    }

    @Override
    public List<Operation> create(ContinuousAggregate object, Database from) {
        return List.of(new CreateContinuousAggregate(object));
    }

    @Override
    public List<Operation> change(ContinuousAggregate from, ContinuousAggregate to) {
        return new ContinuousAggregateDifference(from, to).operations();
    }

    @Override
    public List<ContinuousAggregate> introspect(Catalog catalog) {
        TimescaleCatalog timescale = new TimescaleCatalog(catalog);
        Map<Long, List<RefreshPolicy>> policies = timescale.query(POLICIES, ContinuousAggregateType::policy).stream()
                .collect(groupingBy(Refreshing::id, mapping(Refreshing::policy, toList())));
        Map<QualifiedName, List<ChunkFact>> facts = facts(timescale);
        return timescale.query(SQL, row -> read(row, policies, catalog)).stream()
                .filter(aggregate -> catalog.isOwn(aggregate.name().schema()))
                .map(aggregate -> aggregate.holding(facts.getOrDefault(aggregate.name(), List.of())))
                .toList();
    }

    private static Map<QualifiedName, List<ChunkFact>> facts(TimescaleCatalog timescale) {
        Map<QualifiedName, List<ChunkFact>> facts = new HashMap<>();
        List<Map<QualifiedName, ? extends ChunkFact>> kinds = List.of(
                CompressionType.found(timescale, true),
                new CompressionPolicyType().found(timescale, true),
                new RetentionPolicyType().found(timescale, true));
        kinds.forEach(kind -> kind.forEach((name, fact) ->
                facts.computeIfAbsent(name, any -> new ArrayList<>()).add(fact)));
        return facts;
    }

    private static ContinuousAggregate read(Row row, Map<Long, List<RefreshPolicy>> policies, Catalog catalog) {
        ContinuousAggregate aggregate = new ContinuousAggregate(
                TimescaleCatalog.name(row),
                Query.printed(row.text("query")),
                row.is("materialized_only"),
                Optional.of(TimescaleCatalog.chunkInterval(row)),
                policies.getOrDefault(row.number("id"), List.of()),
                row.number("grouped") > 0,
                List.of());
        catalog.identify("pg_class", row.number("oid"), aggregate.id());
        boolean someGone = aggregate.groupIndexes() && row.number("grouped") < aggregate.groupedColumns();
        if (someGone || row.number("timed") == 0) {
            catalog.unreadable("indexes that TimescaleDB made of " + aggregate.id() + ", of which some are gone");
        }
        return aggregate;
    }

    private static Refreshing policy(Row row) {
        RefreshPolicy policy = new RefreshPolicy(
                ScheduleColumns.read(row),
                TimescaleCatalog.span(row, "start_offset"),
                TimescaleCatalog.span(row, "end_offset"),
                options(row));
        return new Refreshing(row.number("id"), policy);
    }

    private static RefreshOptions options(Row row) {
        return new RefreshOptions(
                row.find("buckets").map(Integer::valueOf),
                row.find("batches").map(Integer::valueOf),
                row.is("oldest_first"),
                row.find("tiered").map(Boolean::valueOf));
    }
}
