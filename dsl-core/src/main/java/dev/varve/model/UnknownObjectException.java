package dev.varve.model;

import java.util.Collection;

/** A name that nothing has. */
public final class UnknownObjectException extends RefusedException {

    private static final long serialVersionUID = 1L;

    /** An object that does not exist, where some others do. */
    public UnknownObjectException(ObjectId<?> id, Collection<? extends ObjectId<?>> others) {
        super(
                id,
                "There is no " + id + "."
                        + Suggestion.of(
                                id.name() + id.detail(),
                                others.stream().map(o -> o.name() + o.detail()).toList()));
    }

    /** A column that a relation does not have. */
    public UnknownObjectException(ObjectId<?> relation, String column, Collection<String> others) {
        super(relation, "There is no column \"" + column + "\" in " + relation + "." + Suggestion.of(column, others));
    }
}
