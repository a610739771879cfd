package dev.varve.introspect;

import dev.varve.model.MaterializedView;

/** Materialized views. */
final class MaterializedViewType extends QueriedType<MaterializedView> {

    MaterializedViewType() {
        super(MaterializedView.class, "m", MaterializedView::new);
    }
}
