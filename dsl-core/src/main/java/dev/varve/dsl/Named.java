package dev.varve.dsl;

import dev.varve.model.ObjectId;

/** Whatever names an object of the database. */
public interface Named {

    /** What the object is called. */
    ObjectId<?> id();
}
