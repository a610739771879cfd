package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.Table;

/** Whatever names a table. */
public interface TableReference extends Named {

    @Override
    ObjectId<Table> id();
}
