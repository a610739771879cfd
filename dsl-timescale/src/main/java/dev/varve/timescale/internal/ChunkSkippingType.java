package dev.varve.timescale.internal;

import static java.util.stream.Collectors.toMap;

import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.ChunkSkipping;
import dev.varve.timescale.operation.SetChunkSkipping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns by which chunks are skipped. */
final class ChunkSkippingType implements FacetType<ChunkSkipping> {

    private static final String SQL = """
            select h.schema_name, h.table_name, array_agg(s.column_name::text) as columns
            from _timescaledb_catalog.chunk_column_stats s
            join _timescaledb_catalog.hypertable h on h.id = s.hypertable_id
            where coalesce(s.chunk_id, 0) = 0
            group by h.schema_name, h.table_name
            """;

    private record Found(QualifiedName table, ChunkSkipping skipping) {}

    @Override
    public Class<ChunkSkipping> type() {
        return ChunkSkipping.class;
    }

    @Override
    public List<Operation> difference(ObjectId<Table> table, Optional<ChunkSkipping> from, Optional<ChunkSkipping> to) {
        return List.of(new SetChunkSkipping(table, to.orElse(new ChunkSkipping(List.of()))));
    }

    @Override
    public Map<QualifiedName, ChunkSkipping> introspect(Catalog catalog) {
        TimescaleCatalog timescale = new TimescaleCatalog(catalog);
        return timescale.edition().version().atLeast(16)
                ? timescale
                        .query(
                                SQL,
                                row -> new Found(TimescaleCatalog.name(row), new ChunkSkipping(row.texts("columns"))))
                        .stream()
                        .collect(toMap(Found::table, Found::skipping))
                : Map.of();
    }
}
