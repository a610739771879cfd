package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;

/**
 * How old a chunk must be for a policy to deal with it.
 *
 * @param sinceCreation whether that is counted from when the chunk was made, and not along the time axis
 */
public record Age(Span length, boolean sinceCreation) {

    /** So old along the time axis. */
    public static Age of(Span length) {
        return new Age(length, false);
    }

    /** Made so long ago, whatever the time of its rows. */
    public static Age sinceCreation(Interval length) {
        return new Age(length, true);
    }

    /** The argument of a policy and the key in the configuration of its job: {@code drop_after}, {@code drop_created_before}. */
    String key(String verb) {
        return verb + (sinceCreation ? "_created_before" : "_after");
    }

    TimescaleCall addedTo(TimescaleCall add, String verb) {
        return add.with(key(verb), length);
    }

    String json(String verb) {
        return "{\"" + key(verb) + "\": " + length.json() + "}";
    }

    void require(ObjectId<?> subject, String what, int minor, Database database) {
        if (sinceCreation) {
            TimescaleEdition.require(subject, what, minor, database);
        }
    }

    /**
     * Looks for a reason why chunks have no such age.
     *
     * @param what what goes by it, in words that can follow an article
     * @throws RefusedException if there is one
     */
    void check(Chunked chunked, String what) {
        Span chunk = chunked.axis().interval();
        if (!sinceCreation) {
            chunked.refuseWithoutClock();
        }
        if (!sinceCreation && !length.getClass().equals(chunk.getClass())) {
            throw new RefusedException(
                    chunked.id(),
                    "The " + what + " does not fit " + chunked.id() + ", which is cut every " + chunk
                            + ". Where time is a whole number, so is an age; elsewhere it is an interval.");
        }
    }

    @Override
    public String toString() {
        return length.text() + (sinceCreation ? " since creation" : "");
    }
}
