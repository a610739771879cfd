package dev.varve.diff;

import dev.varve.model.ObjectId;

/**
 * One place in which a database is not as it should be.
 *
 * @param what the difference in words, without the object
 */
public record Finding(Kind kind, ObjectId<?> object, String what) {

    /** How two states differ about an object. */
    public enum Kind {
        /** Expected, but not there. */
        MISSING,
        /** There, but not expected. */
        UNEXPECTED,
        /** There, but not as expected. */
        DIFFERENT
    }

    /** The finding as a message says it, such as {@code column venue of table trading.orders is missing}. */
    @Override
    public String toString() {
        return what;
    }
}
