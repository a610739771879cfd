package dev.varve.diff;

import dev.varve.model.ObjectId;
import dev.varve.sql.Fragment;

/**
 * Two texts of an object that may mean the same: PostgreSQL would print both in its own words, and nobody has asked it.
 *
 * @param before the text in the state from which a difference leads
 * @param after the text in the state to which it leads
 */
public record Doubt(ObjectId<?> object, Fragment before, Fragment after) {

    /** The doubt as a message says it. */
    @Override
    public String toString() {
        return object + ": \"" + before.sql() + "\" and \"" + after.sql() + '"';
    }
}
