package dev.varve.timescale.internal;

import static java.util.stream.Collectors.groupingBy;

import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.HashDimension;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.RangeDimension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hypertables, but for those of continuous aggregates and of compressed chunks. */
final class HypertableType implements FacetType<Hypertable> {

    private static final String SQL = """
            select h.schema_name, h.table_name, d.column_name, coalesce(d.num_slices, 0) as slices,
                coalesce(d.interval_length, 0) as length, d.column_type::text in ('smallint', 'integer', 'bigint') as whole
            from _timescaledb_catalog.dimension d
            join _timescaledb_catalog.hypertable h on h.id = d.hypertable_id
            where h.compression_state <> 2
                and not exists (select from _timescaledb_catalog.continuous_agg a where a.mat_hypertable_id = h.id)
            order by h.id, d.id
            """;

    private record Dimension(QualifiedName table, Optional<RangeDimension> range, Optional<HashDimension> hash) {}

    @Override
    public Class<Hypertable> type() {
        return Hypertable.class;
    }

    @Override
    public Map<QualifiedName, Hypertable> introspect(Catalog catalog) {
        UnreadableSettings.report(catalog);
        Map<QualifiedName, List<Dimension>> dimensions = new TimescaleCatalog(catalog)
                .query(SQL, HypertableType::dimension).stream().collect(groupingBy(Dimension::table));
        Map<QualifiedName, Hypertable> hypertables = new HashMap<>();
        dimensions.forEach((table, parts) -> hypertable(parts)
                .ifPresentOrElse(
                        hypertable -> hypertables.put(table, hypertable),
                        () -> catalog.unreadable("dimensions of hypertable " + table)));
        return hypertables;
    }

    private static Dimension dimension(Row row) {
        int slices = (int) row.number("slices");
        String column = row.text("column_name");
        return slices == 0
                ? new Dimension(
                        TimescaleCatalog.name(row),
                        Optional.of(new RangeDimension(column, TimescaleCatalog.chunkInterval(row))),
                        Optional.empty())
                : new Dimension(
                        TimescaleCatalog.name(row), Optional.empty(), Optional.of(new HashDimension(column, slices)));
    }

    /** One range and then hashes is what the library can say. */
    private static Optional<Hypertable> hypertable(List<Dimension> parts) {
        List<HashDimension> hashes =
                parts.stream().flatMap(part -> part.hash().stream()).toList();
        return parts.get(0)
                .range()
                .filter(range -> hashes.size() == parts.size() - 1)
                .map(range -> new Hypertable(range, hashes));
    }
}
