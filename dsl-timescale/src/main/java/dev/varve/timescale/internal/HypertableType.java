package dev.varve.timescale.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Dimension;
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
                coalesce(d.interval_length, 0) as length, d.integer_now_func_schema as clock_schema, d.integer_now_func as clock,
                d.column_type::text in ('smallint', 'integer', 'bigint') as whole
            from _timescaledb_catalog.dimension d
            join _timescaledb_catalog.hypertable h on h.id = d.hypertable_id
            where h.compression_state <> 2
                and not exists (select from _timescaledb_catalog.continuous_agg a where a.mat_hypertable_id = h.id)
            order by h.id, d.id
            """;

    private record Found(QualifiedName table, Dimension dimension) {}

    @Override
    public Class<Hypertable> type() {
        return Hypertable.class;
    }

    @Override
    public List<Operation> difference(ObjectId<Table> table, Optional<Hypertable> from, Optional<Hypertable> to) {
        return HypertableDifference.between(table, from, to);
    }

    @Override
    public Map<QualifiedName, Hypertable> introspect(Catalog catalog) {
        UnreadableSettings.report(catalog);
        Map<QualifiedName, List<Dimension>> dimensions = new TimescaleCatalog(catalog)
                .query(SQL, row -> new Found(TimescaleCatalog.name(row), dimension(row))).stream()
                        .collect(groupingBy(Found::table, mapping(Found::dimension, toList())));
        Map<QualifiedName, Hypertable> hypertables = new HashMap<>();
        dimensions.forEach((table, parts) -> {
            if (parts.get(0) instanceof RangeDimension time) {
                hypertables.put(table, new Hypertable(time, parts.subList(1, parts.size())));
            } else {
                catalog.unreadable("dimensions of hypertable " + table);
            }
        });
        return hypertables;
    }

    private static Dimension dimension(Row row) {
        int slices = (int) row.number("slices");
        String column = row.text("column_name");
        return slices == 0
                ? new RangeDimension(column, TimescaleCatalog.chunkInterval(row), clock(row))
                : new HashDimension(column, slices);
    }

    private static Optional<QualifiedName> clock(Row row) {
        return row.find("clock").map(function -> QualifiedName.of(row.text("clock_schema"), function));
    }
}
