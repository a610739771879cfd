package dev.varve.introspect;

import dev.varve.model.ColumnNames;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.model.Options;
import dev.varve.model.PropertiesOfColumns;
import dev.varve.model.Storage;
import dev.varve.spi.Catalog;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Materialized views. */
final class MaterializedViewType extends QueriedType<MaterializedView> {

    private static final String COLUMNS = """
            select c.oid, a.attname, %s
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            where c.relkind = 'm' and (a.attstorage <> t.typstorage or a.attcompression <> '' or a.attstattarget >= 0
                or a.attoptions is not null)
            """.formatted(ColumnProperties.columns("a", ""));

    MaterializedViewType() {
        super(MaterializedView.class, "m");
    }

    @Override
    public List<MaterializedView> introspect(Catalog catalog) {
        List<MaterializedView> views = super.introspect(catalog);
        Map<ObjectId<?>, PropertiesOfColumns> properties = new HashMap<>();
        catalog.query(
                COLUMNS,
                row -> catalog.identified("pg_class", row.number("oid"))
                        .map(id -> properties.merge(id, of(row), PropertiesOfColumns::and)));
        return views.stream()
                .map(view -> view.with(properties.getOrDefault(view.id(), PropertiesOfColumns.none())))
                .toList();
    }

    private static PropertiesOfColumns of(Row row) {
        return new PropertiesOfColumns(new TreeMap<>(Map.of(row.text("attname"), ColumnProperties.of(row, ""))));
    }

    @Override
    MaterializedView read(Row row, QualifiedName name, Query query) {
        Storage storage = new Storage(Options.stored(row.texts("options")), row.find("spcname"));
        return new MaterializedView(
                name, query, ColumnNames.ofQuery(), row.find("method"), storage, PropertiesOfColumns.none());
    }
}
