package dev.varve.model;

import dev.varve.sql.Query;

/**
 * What a view that selects from itself shows at first, while there is nothing yet to select from. No server keeps it, so that all stubs are
 * equal.
 *
 * @param query nulls of the types of the columns, called like them
 */
public record Stub(Query query) {

    /** The same stub after a rename of a type that it names. */
    Stub following(Rename rename) {
        if (!(rename instanceof Rename.OfObject object)) {
            return this;
        }
        return new Stub(
                object.from().type() == Schema.class
                        ? query.renamingSchema(
                                object.from().name().name(), object.to().name().name())
                        : query.renamingObject(object.from().name(), object.to().name()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stub;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
