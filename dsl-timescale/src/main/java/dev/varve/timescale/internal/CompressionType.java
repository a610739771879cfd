package dev.varve.timescale.internal;

import static java.util.stream.Collectors.toMap;

import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.SparseIndex;
import dev.varve.timescale.model.TimescaleVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How hypertables are compressed. Before 2.22 TimescaleDB chose once and kept no difference between that and what was said. */
final class CompressionType implements FacetType<Compression> {

    private static final String SQL = """
            select coalesce(a.user_view_schema, h.schema_name) as schema_name,
                coalesce(a.user_view_name, h.table_name) as table_name, {free} as free, s.segmentby::text[] as segmentby,
                s.orderby::text[] as orderby, {sparse} as sparse,
                (select d.compress_interval_length::text from _timescaledb_catalog.dimension d
                    where d.hypertable_id = h.id order by d.id limit 1) as merged,
                s.orderby_desc::text[] as descending, s.orderby_nullsfirst::text[] as nullsfirst
            from _timescaledb_catalog.compression_settings s
            join _timescaledb_catalog.hypertable h on s.relid = format('%I.%I', h.schema_name, h.table_name)::regclass
            left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
            where {enabled} and (a.mat_hypertable_id is not null) = {aggregates}
            """;

    /** Every index as its kind, a colon, and its columns with colons between them. */
    private static final String SPARSE = """
            array(select (e.value ->> 'type') || ':' || case jsonb_typeof(e.value -> 'column')
                    when 'array' then (select string_agg(c.value, ':' order by c.ordinality)
                        from jsonb_array_elements_text(e.value -> 'column') with ordinality c)
                    else e.value ->> 'column' end
                from jsonb_array_elements(s.index) with ordinality e where e.value ->> 'source' = 'config' order by e.ordinality)""";

    private static final String BEFORE_2_14 = """
            select coalesce(a.user_view_schema, s.hypertable_schema) as schema_name,
                coalesce(a.user_view_name, s.hypertable_name) as table_name, false as free, '{}'::text[] as sparse,
                (select d.compress_interval_length::text from _timescaledb_catalog.dimension d
                    join _timescaledb_catalog.hypertable h on h.id = d.hypertable_id
                    where h.schema_name = s.hypertable_schema and h.table_name = s.hypertable_name
                    order by d.id limit 1) as merged,
                array_agg(s.attname::text order by s.segmentby_column_index)
                    filter (where s.segmentby_column_index is not null) as segmentby,
                array_agg(s.attname::text order by s.orderby_column_index)
                    filter (where s.orderby_column_index is not null) as orderby,
                array_agg((not s.orderby_asc)::text order by s.orderby_column_index)
                    filter (where s.orderby_column_index is not null) as descending,
                array_agg(s.orderby_nullsfirst::text order by s.orderby_column_index)
                    filter (where s.orderby_column_index is not null) as nullsfirst
            from timescaledb_information.compression_settings s
            left join (_timescaledb_catalog.hypertable m join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = m.id)
                on m.schema_name = s.hypertable_schema and m.table_name = s.hypertable_name
            where (a.mat_hypertable_id is not null) = {aggregates}
            group by s.hypertable_schema, s.hypertable_name, a.user_view_schema, a.user_view_name
            """;

    private record Found(QualifiedName table, Compression compression) {}

    @Override
    public Class<Compression> type() {
        return Compression.class;
    }

    @Override
    public List<Operation> difference(ObjectId<Table> table, Optional<Compression> from, Optional<Compression> to) {
        return ChunkFactDifference.compression(table, from, to);
    }

    @Override
    public Map<QualifiedName, Compression> introspect(Catalog catalog) {
        return found(new TimescaleCatalog(catalog), false);
    }

    /** How hypertables are compressed, or how continuous aggregates are. */
    static Map<QualifiedName, Compression> found(TimescaleCatalog timescale, boolean aggregates) {
        TimescaleVersion version = timescale.edition().version();
        String sparse = version.atLeast(22) ? SPARSE : "'{}'::text[]";
        String free = version.atLeast(22) ? "s.segmentby is null" : "false";
        String sql = version.atLeast(14) ? SQL.replace("{sparse}", sparse).replace("{free}", free) : BEFORE_2_14;
        return timescale
                .query(
                        sql.replace("{aggregates}", Boolean.toString(aggregates)),
                        row -> new Found(TimescaleCatalog.name(row), compression(row)))
                .stream()
                .collect(toMap(Found::table, Found::compression));
    }

    private static Compression compression(Row row) {
        Optional<List<String>> segments = row.is("free") ? Optional.empty() : Optional.of(row.texts("segmentby"));
        return new Compression(
                segments,
                Optional.of(keys(row)).filter(keys -> !keys.isEmpty()),
                row.find("merged").map(length -> Interval.ofMicroseconds(Long.parseLong(length))),
                row.texts("sparse").stream().flatMap(CompressionType::sparse).toList());
    }

    private static Stream<SparseIndex> sparse(String text) {
        String[] words = text.split(":", -1);
        List<String> columns = List.of(words).subList(1, words.length);
        return Arrays.stream(SparseIndex.Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(words[0]))
                .map(kind -> new SparseIndex(kind, columns));
    }

    private static List<OrderKey> keys(Row row) {
        List<String> columns = row.texts("orderby");
        return IntStream.range(0, columns.size())
                .mapToObj(i -> new OrderKey(columns.get(i), is(row, "descending", i), is(row, "nullsfirst", i)))
                .toList();
    }

    private static boolean is(Row row, String column, int i) {
        return row.texts(column).get(i).startsWith("t");
    }
}
