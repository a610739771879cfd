package dev.varve.model;

import java.util.Optional;

/** What may be about the sequence by which a column of a table numbers rows, and comes and goes with that. */
public interface OnSequence extends SchemaObject {

    /** The column by whose sequence that is, if it is about one. */
    Optional<String> columnOfSequence();
}
