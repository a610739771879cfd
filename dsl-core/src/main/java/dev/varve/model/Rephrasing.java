package dev.varve.model;

import dev.varve.sql.Statement;

/** A feature of a server that wants to hear some things otherwise than the history says them. */
@FunctionalInterface
public interface Rephrasing {

    /** The statement as that server understands it. */
    Statement rephrased(Statement statement);
}
