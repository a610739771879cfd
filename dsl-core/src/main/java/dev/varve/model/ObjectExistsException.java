package dev.varve.model;

/** A name that is taken already. */
public final class ObjectExistsException extends RefusedException {

    private static final long serialVersionUID = 1L;

    /** An object that cannot be made because another one has its name. */
    public ObjectExistsException(ObjectId<?> id, ObjectId<?> existing) {
        super(
                id,
                id.equals(existing)
                        ? "The " + id + " already exists."
                        : "The name of " + id + " is taken by " + existing + ".");
    }
}
