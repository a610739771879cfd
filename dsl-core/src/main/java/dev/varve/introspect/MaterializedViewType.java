package dev.varve.introspect;

import dev.varve.model.ColumnNames;
import dev.varve.model.MaterializedView;
import dev.varve.model.Options;
import dev.varve.model.Storage;
import dev.varve.spi.Row;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;

/** Materialized views. */
final class MaterializedViewType extends QueriedType<MaterializedView> {

    MaterializedViewType() {
        super(MaterializedView.class, "m");
    }

    @Override
    MaterializedView read(Row row, QualifiedName name, Query query) {
        Storage storage = new Storage(Options.stored(row.texts("options")), row.find("spcname"));
        return new MaterializedView(name, query, ColumnNames.ofQuery(), row.find("method"), storage);
    }
}
