package dev.varve.dsl;

import dev.varve.operation.Operation;

/** Something that {@link Changes#replace} can put in the place of what has its name. */
public interface Replacement {

    /** The operation that does. */
    Operation replacement();
}
