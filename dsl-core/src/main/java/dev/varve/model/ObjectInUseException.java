package dev.varve.model;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** An object that others still need. */
public final class ObjectInUseException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final transient List<ObjectId<?>> users;
    private final transient List<ComputedColumn> computed;

    /** An object, or a part of it, that cannot go while the dependants use it. */
    public ObjectInUseException(ObjectId<?> id, String part, Collection<?> dependants) {
        super(
                id,
                part + " is used by "
                        + dependants.stream().map(Object::toString).sorted().collect(Collectors.joining(", "))
                        + ". Change or drop what uses it first, in the same revision or an earlier one.");
        this.users = dependants.stream()
                .filter(ObjectId.class::isInstance)
                .<ObjectId<?>>map(user -> (ObjectId<?>) user)
                .toList();
        this.computed = dependants.stream()
                .filter(ComputedColumn.class::isInstance)
                .map(ComputedColumn.class::cast)
                .toList();
    }

    /** The objects that use it, without parts of objects such as columns. */
    public List<ObjectId<?>> users() {
        return users;
    }

    /** The columns that are computed from it. */
    public List<ComputedColumn> computed() {
        return computed;
    }
}
