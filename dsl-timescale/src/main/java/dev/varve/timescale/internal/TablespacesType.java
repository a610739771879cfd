package dev.varve.timescale.internal;

import static java.util.stream.Collectors.toMap;

import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.spi.Catalog;
import dev.varve.spi.FacetType;
import dev.varve.sql.QualifiedName;
import dev.varve.timescale.model.Tablespaces;
import dev.varve.timescale.operation.SetTablespaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tablespaces over which chunks are spread. */
final class TablespacesType implements FacetType<Tablespaces> {

    private static final String SQL = """
            select h.schema_name, h.table_name, array_agg(t.tablespace_name::text order by t.id) as names
            from _timescaledb_catalog.tablespace t
            join _timescaledb_catalog.hypertable h on h.id = t.hypertable_id
            where not exists (select from _timescaledb_catalog.continuous_agg a where a.mat_hypertable_id = h.id)
            group by h.schema_name, h.table_name
            """;

    private record Found(QualifiedName table, Tablespaces tablespaces) {}

    @Override
    public Class<Tablespaces> type() {
        return Tablespaces.class;
    }

    @Override
    public List<Operation> difference(ObjectId<Table> table, Optional<Tablespaces> from, Optional<Tablespaces> to) {
        return List.of(new SetTablespaces(table, to.orElse(new Tablespaces(List.of()))));
    }

    @Override
    public Map<QualifiedName, Tablespaces> introspect(Catalog catalog) {
        return new TimescaleCatalog(catalog)
                .query(SQL, row -> new Found(TimescaleCatalog.name(row), new Tablespaces(row.texts("names")))).stream()
                        .collect(toMap(Found::table, Found::tablespaces));
    }
}
