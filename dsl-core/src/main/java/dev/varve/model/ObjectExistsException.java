package dev.varve.model;

/** A name that is taken already. */
public final class ObjectExistsException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectId<?> existing;

    /** An object that cannot be made because another one has its name. */
    public ObjectExistsException(ObjectId<?> id, ObjectId<?> existing) {
        super(
                id,
                id.equals(existing)
                        ? "The " + id + " already exists."
                        : "The name of " + id + " is taken by " + existing + ".");
        this.existing = existing;
    }

    /** The object that has the name. */
    public ObjectId<?> existing() {
        return existing;
    }
}
