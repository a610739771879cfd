package dev.varve.introspect;

import dev.varve.model.View;

/** Views. */
final class ViewType extends QueriedType<View> {

    ViewType() {
        super(View.class, "v", View::new);
    }
}
