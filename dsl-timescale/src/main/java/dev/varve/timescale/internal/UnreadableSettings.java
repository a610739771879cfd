package dev.varve.timescale.internal;

import dev.varve.spi.Catalog;
import java.util.List;

/** Settings of TimescaleDB that the library cannot express yet: each is reported, so that none is left out in silence. */
final class UnreadableSettings {

    private static final String NAMED = """
            with named as (
                select h.*, coalesce(a.user_view_schema, h.schema_name) || '.' || coalesce(a.user_view_name, h.table_name) as shown,
                    a.mat_hypertable_id is not null as aggregate
                from _timescaledb_catalog.hypertable h
                left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                where h.compression_state <> 2)
            """;

    private static final List<String> SETTINGS = List.of("""
            select 'place of the chunks of ' || h.shown as what
            from named h
            where h.associated_schema_name <> '_timescaledb_internal'
                or h.associated_table_prefix <> '_hyper_' || h.id and not h.aggregate
                or h.aggregate and exists (select from _timescaledb_catalog.tablespace t where t.hypertable_id = h.id)""", """
            select 'functions of dimension ' || d.column_name || ' of ' || h.shown
            from named h join _timescaledb_catalog.dimension d on d.hypertable_id = h.id
            where d.compress_interval_length is not null
                    and d.column_type::text in ('smallint', 'integer', 'bigint')
                or d.num_slices is not null and d.partitioning_func <> 'get_partition_hash'
                or d.num_slices is null and d.partitioning_func is not null
                    and not exists (select from pg_proc p where {function})""", """
            select 'compression policy of ' || h.shown || ', which fails at every run, because the compression has ended; remove_compression_policy('''
                || h.shown || ''') removes it'
            from {jobs}.bgw_job j join named h on h.id = j.hypertable_id
            where j.proc_name = 'policy_compression' and not ({enabled})""", """
            select 'job ' || j.id || ' (' || j.proc_name || coalesce(' of ' || h.shown, '') || ')'
            from {jobs}.bgw_job j left join named h on h.id = j.hypertable_id
            where j.id >= 1000 and (j.proc_schema !~ '^_timescaledb_' and not ({sayable})
                or j.proc_schema ~ '^_timescaledb_' and j.proc_name not in ('policy_compression', 'policy_retention',
                    'policy_refresh_continuous_aggregate', 'policy_reorder')
                or j.proc_name = 'policy_reorder' and h.aggregate
                or j.proc_schema ~ '^_timescaledb_' and j.application_name !~ '^(Columnstore|Compression|Retention|Reorder|Refresh Continuous Aggregate) Policy '
                or j.proc_schema ~ '^_timescaledb_' and j.config - array['hypertable_id', 'mat_hypertable_id', 'compress_after',
                    'compress_created_before', 'drop_after', 'drop_created_before', 'index_name', 'start_offset', 'end_offset',
                    'buckets_per_batch', 'max_batches_per_execution', 'refresh_newest_first', 'include_tiered_data'] <> '{}'
                or j.proc_schema ~ '^_timescaledb_' and j.proc_name <> 'policy_refresh_continuous_aggregate' and exists (select from {jobs}.bgw_job k
                    where k.hypertable_id = j.hypertable_id and k.proc_name = j.proc_name and k.id < j.id))""");

    private static final String SPARSE_INDEXES = """
            select distinct 'sparse indexes of ' || h.shown as what
            from named h
            join _timescaledb_catalog.compression_settings s
                on s.relid = format('%I.%I', h.schema_name, h.table_name)::regclass
            cross join jsonb_array_elements(s.index) e
            where e ->> 'source' = 'config' and (h.aggregate or e ->> 'type' not in ('bloom', 'minmax'))""";

    private UnreadableSettings() {}

    static void report(Catalog catalog) {
        TimescaleCatalog timescale = new TimescaleCatalog(catalog);
        report(
                String.join("\nunion all\n", SETTINGS)
                        .replace("{sayable}", JobType.SAYABLE)
                        .replace("{function}", HypertableType.PARTITIONING),
                timescale);
        if (timescale.edition().version().atLeast(22)) {
            report(SPARSE_INDEXES, timescale);
        }
    }

    private static void report(String sql, TimescaleCatalog timescale) {
        timescale.query(NAMED + sql + "\norder by 1", row -> row.text("what")).forEach(timescale.catalog()::unreadable);
    }
}
