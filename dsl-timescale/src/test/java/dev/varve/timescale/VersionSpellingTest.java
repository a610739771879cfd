package dev.varve.timescale;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.argument;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.HOURLY_CHUNKS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.Function;
import dev.varve.model.RefusedException;
import dev.varve.model.TypeName;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.ChunkSkipping;
import dev.varve.timescale.model.ChunkStore;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.Job;
import dev.varve.timescale.model.RefreshOptions;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.SparseIndex;
import dev.varve.timescale.model.TimescaleEdition;
import dev.varve.timescale.model.TimescaleVersion;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import dev.varve.timescale.operation.DropCompression;
import dev.varve.timescale.operation.SetChunkSkipping;
import dev.varve.timescale.operation.SetCompression;
import dev.varve.timescale.operation.SetPolicy;
import dev.varve.timescale.operation.SetRefreshPolicies;
import dev.varve.timescale.operation.StoreChunks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SQL for versions of TimescaleDB of which no server may be at hand, and what is refused of each beforehand. Where one is installed, the
 * laws can be tried on it with {@code -Dvarve.timescale.version=2.18.2}.
 */
class VersionSpellingTest {

    private static final Function CLEAN =
            function("clean", "void", "", argument("job", "integer"), argument("config", "jsonb"));
    private static final RefreshPolicy OLD = new RefreshPolicy(days(1), Optional.of(days(90)), Optional.of(days(3)));

    private static Database on(int minor) {
        TimescaleEdition edition = new TimescaleEdition(
                TimescaleEdition.License.COMMUNITY,
                new TimescaleVersion(2, minor),
                "public",
                TimescaleEdition.Readiness.INSTALLED);
        return Database.empty()
                .on(Environment.NEWEST.with(TimescaleEdition.class, edition))
                .plus(SCHEMA)
                .plus(CLEAN);
    }

    private static String sql(Operation operation, Database before) {
        return operation.statements(before).stream()
                .map(statement -> statement.sql().text())
                .collect(Collectors.joining(";\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 14, 18, 20, 22, 25, 29})
    void what_every_version_has_is_written_so_that_every_version_takes_it(int minor) {
        Database before = on(minor);
        Database market = before.plus(FULL_TICKS).plus(HOURLY);
        String jobs = minor < 25 ? "_timescaledb_config" : "_timescaledb_catalog";
        String zone = minor < 12 ? "" : ", timezone => j.timezone";
        String chunks = minor < 12
                ? """
                        select public.set_chunk_time_interval(hypertable => format('%I.%I', h.schema_name, h.table_name)::regclass, \
                        chunk_time_interval => interval '10 hours')
                        from _timescaledb_catalog.continuous_agg a
                        join _timescaledb_catalog.hypertable h on h.id = a.mat_hypertable_id
                        where a.user_view_schema = 'trading' and a.user_view_name = 'hourly'"""
                : "select public.set_chunk_time_interval(hypertable => 'trading.hourly', chunk_time_interval => interval '10 hours')";

        assertThat(String.join(
                        ";\n",
                        sql(new CreateObject(FULL_TICKS), before),
                        sql(new CreateContinuousAggregate(HOURLY), market.minus(HOURLY.id())),
                        sql(new SetPolicy(TICKS.id(), new RetentionPolicy(days(30), Optional.empty())), market),
                        sql(new DropCompression(TICKS.id()), market)))
                .isEqualTo("""
                        create table trading.ticks (
                            traded timestamptz not null,
                            symbol text not null,
                            price numeric(18, 8),
                            note text,
                            constraint pk primary key (traded, symbol)
                        );
                        select public.create_hypertable(relation => 'trading.ticks', time_column_name => 'traded', \
                        chunk_time_interval => interval '1 hour', create_default_indexes => false);
                        select public.add_dimension(hypertable => 'trading.ticks', column_name => 'symbol', number_partitions => 4);
                        alter table trading.ticks set (timescaledb.compress = true, timescaledb.compress_segmentby = 'symbol', \
                        timescaledb.compress_orderby = 'traded desc');
                        select public.add_compression_policy(hypertable => 'trading.ticks', compress_after => interval '7 days', \
                        schedule_interval => interval '1 hour');
                        select public.add_retention_policy(relation => 'trading.ticks', drop_after => interval '365 days', \
                        schedule_interval => interval '1 day');
                        create materialized view trading.hourly
                        with (timescaledb.continuous, timescaledb.materialized_only = true) as
                        select public.time_bucket(interval '1 hour', t.traded) as bucket, t.symbol, \
                        public.first(t.price, t.traded) as open, public.last(t.price, t.traded) as close, \
                        count(*) as trade_count from trading.ticks t group by bucket, t.symbol
                        with no data;
                        {chunks};
                        select public.add_continuous_aggregate_policy(continuous_aggregate => 'trading.hourly', \
                        start_offset => interval '3 days', end_offset => interval '1 hour', schedule_interval => interval '5 minutes');
                        call public.refresh_continuous_aggregate('trading.hourly', null, null);
                        select public.alter_job(job_id => j.id, schedule_interval => interval '1 day', \
                        config => j.config || '{"drop_after": "30 days"}'::jsonb{zone})
                        from {jobs}.bgw_job j
                        join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                        left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                        where j.proc_name = 'policy_retention' and coalesce(a.user_view_schema, h.schema_name) = 'trading'
                            and coalesce(a.user_view_name, h.table_name) = 'ticks';
                        select public.remove_compression_policy(hypertable => 'trading.ticks');
                        select public.decompress_chunk(uncompressed_chunk => c, if_compressed => true) from \
                        public.show_chunks(relation => 'trading.ticks') c;
                        alter table trading.ticks set (timescaledb.compress = false)""".replace("{jobs}", jobs).replace("{zone}", zone).replace("{chunks}", chunks));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 14, 18, 20, 22, 25, 29})
    void compression_is_changed_once_with_chunks_decompressed(int minor) {
        Database before = on(minor).plus(FULL_TICKS);
        String setting =
                "alter table trading.ticks set (timescaledb.compress = true, timescaledb.compress_segmentby = 'symbol',"
                        + " timescaledb.compress_orderby = 'traded desc')";

        assertThat(sql(new SetCompression(TICKS.id(), BY_SYMBOL), before)).contains(setting);
        assertThat(sql(new SetCompression(TICKS.id(), BY_SYMBOL), before).contains("decompress_chunk"))
                .isEqualTo(minor < 14);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 14, 18, 20, 22, 25, 29})
    void types_change_with_chunks_decompressed_and_once_without_compression_at_all(int minor) {
        Database before = on(minor).plus(TICKS.with(BY_SYMBOL));
        String off = minor < 24 ? "alter table trading.ticks set (timescaledb.compress = false);\n" : "";
        String on = minor < 24
                ? "alter table trading.ticks set (timescaledb.compress = true, timescaledb.compress_segmentby = 'symbol',"
                        + " timescaledb.compress_orderby = 'traded desc');\n"
                : "";

        assertThat(sql(new AlterColumnType(TICKS.id(), "note", TypeName.of("varchar(9)"), Optional.empty()), before))
                .isEqualTo("""
                        create temporary table pg_temp.varve_compressed_chunks as
                        select format('%I.%I', i.chunk_schema, i.chunk_name)::regclass as chunk
                        from timescaledb_information.chunks i
                        where i.is_compressed and i.hypertable_schema = 'trading' and i.hypertable_name = 'ticks';
                        select public.decompress_chunk(uncompressed_chunk => c.chunk) from pg_temp.varve_compressed_chunks c;
                        {off}alter table trading.ticks alter column note type varchar(9);
                        {on}select public.compress_chunk(uncompressed_chunk => c.chunk) from pg_temp.varve_compressed_chunks c;
                        drop table pg_temp.varve_compressed_chunks""".replace("{off}", off).replace("{on}", on));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 14, 18, 20, 22, 25, 29})
    void chunks_are_compressed_and_decompressed_by_the_procedures_once_there_are_any(int minor) {
        Database before = on(minor).plus(TICKS.with(BY_SYMBOL));
        String compressing = minor < 18
                ? "perform public.compress_chunk(uncompressed_chunk => chunk, if_not_compressed => true)"
                : "call public.convert_to_columnstore(chunk => chunk, if_not_columnstore => true)";
        String decompressing = minor < 18
                ? "perform public.decompress_chunk(uncompressed_chunk => chunk, if_compressed => true)"
                : "call public.convert_to_rowstore(chunk => chunk, if_columnstore => true)";

        Optional<Age> week = Optional.of(Age.of(days(7)));
        assertThat(sql(new StoreChunks(TICKS.id(), ChunkStore.COLUMNSTORE, week), before))
                .isEqualTo(rewriting("relation => 'trading.ticks', older_than => interval '7 days'", compressing));
        assertThat(sql(new StoreChunks(TICKS.id(), ChunkStore.ROWSTORE, Optional.empty()), before))
                .isEqualTo(rewriting("relation => 'trading.ticks'", decompressing));
    }

    private static String rewriting(String shown, String each) {
        return """
                do $$
                declare
                    chunk regclass;
                begin
                    for chunk in select c from public.show_chunks(%s) c loop
                        %s;
                        commit;
                    end loop;
                end$$""".formatted(shown, each);
    }

    /** Everything that came after 2.11, by the name under which the table below says who has it. */
    private static Map<String, Operation> laterFeatures() {
        Map<String, Operation> features = new LinkedHashMap<>();
        Schedule beginning = Schedule.CHOSEN.startingAt(Instant.parse("2025-01-01T00:00:00Z"));
        features.put("begin", new SetPolicy(TICKS.id(), new RetentionPolicy(Age.of(days(1)), beginning)));
        features.put(
                "creation",
                new SetPolicy(TICKS.id(), new RetentionPolicy(Age.sinceCreation(days(1)), Schedule.CHOSEN)));
        features.put(
                "chunks", new StoreChunks(TICKS.id(), ChunkStore.COLUMNSTORE, Optional.of(Age.sinceCreation(days(1)))));
        features.put("skip", new SetChunkSkipping(TICKS.id(), new ChunkSkipping(List.of("traded"))));
        features.put("tiered", refreshing(RefreshOptions.CHOSEN.includeTieredData(false)));
        features.put("batches", refreshing(RefreshOptions.CHOSEN.bucketsPerBatch(1)));
        features.put("run", refreshing(RefreshOptions.CHOSEN.maxBatchesPerExecution(1)));
        features.put("oldest", refreshing(RefreshOptions.CHOSEN.oldestFirst(true)));
        features.put("job", new CreateObject(new Job("nightly", CLEAN.name(), Schedule.CHOSEN, Map.of())));
        features.put(
                "several",
                new SetRefreshPolicies(HOURLY.id(), List.of(HOURLY.refreshes().get(0), OLD)));
        features.put("sparse", new SetCompression(TICKS.id(), BY_SYMBOL.keeping(List.of(bloom("note")))));
        features.put("auto", new SetCompression(TICKS.id(), new Compression(Optional.empty(), Optional.empty())));
        features.put(
                "uuid",
                new CreateObject(
                        table("events", column("traded", "uuid").notNull(true)).with(HOURLY_CHUNKS)));
        features.put("composite", new SetCompression(TICKS.id(), BY_SYMBOL.keeping(List.of(bloom("note", "price")))));
        features.put(
                "stacked",
                new SetRefreshPolicies(DAILY.id(), List.of(DAILY.refreshes().get(0), OLD)));
        return features;
    }

    private static Operation refreshing(RefreshOptions options) {
        return new SetRefreshPolicies(
                HOURLY.id(), List.of(HOURLY.refreshes().get(0).with(options)));
    }

    private static SparseIndex bloom(String... columns) {
        return new SparseIndex(SparseIndex.Kind.BLOOM, List.of(columns));
    }

    private static boolean isRefused(Operation operation, Database before) {
        try {
            return operation.statements(before).isEmpty();
        } catch (RefusedException e) {
            assertThat(e.getMessage())
                    .matches(
                            "(?s).+ needs TimescaleDB 2\\.\\d+ or later, but this server has 2\\.\\d+\\. Update it with .+");
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "11, begin creation chunks skip tiered batches run oldest job several sparse auto uuid composite stacked",
        "14, creation skip tiered batches run oldest job several sparse auto uuid composite stacked",
        "18, creation batches run oldest job several sparse auto uuid composite stacked",
        "20, creation several sparse auto uuid composite stacked",
        "22, creation composite stacked",
        "25, creation composite stacked",
        "29, ''"
    })
    void what_a_version_lacks_is_refused_beforehand(int minor, String lacking) {
        Database before = on(minor).plus(FULL_TICKS).plus(HOURLY).plus(DAILY);

        String refused = laterFeatures().entrySet().stream()
                .filter(feature -> isRefused(feature.getValue(), before))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
        assertThat(refused).isEqualTo(lacking);
    }
}
