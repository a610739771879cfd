package dev.varve.model;

import dev.varve.sql.Query;

/**
 * A query that an object holds. Which of several relations an unqualified name in it belongs to cannot be told for certain.
 *
 * @param holder what holds it
 */
record OwnQuery(ObjectId<?> holder, Query query) {

    /**
     * The query after a rename. Objects are followed where they are named with their schema; a column is not followed.
     *
     * @throws RefusedException if the query may name the column, or names the object without its schema
     */
    Query following(Rename rename) {
        if (rename instanceof Rename.OfColumn column) {
            return column.relation().equals(holder) ? query : refuseMention(column.from(), column);
        }
        if (rename instanceof Rename.OfValue value) {
            return following(value);
        }
        if (rename instanceof Rename.OfStranger stranger) {
            return query.renamingObject(stranger.from(), stranger.to());
        }
        return rename instanceof Rename.OfObject object ? following(object) : query;
    }

    private Query following(Rename.OfValue value) {
        if (query.saysWithoutCast(value.from())) {
            throw value.unclear(holder, query.text());
        }
        return query.renamingValue(value.type().name(), value.from(), value.to());
    }

    private Query following(Rename.OfObject object) {
        var from = object.from().name();
        if (object.from().type() == Schema.class) {
            return query.renamingSchema(from.name(), object.to().name().name());
        }
        boolean namedWithoutSchema =
                query.qualifiedNames().stream().anyMatch(n -> n.schema().equals(from.name()));
        if (namedWithoutSchema && !from.name().equals(object.to().name().name())) {
            throw new RefusedException(
                    holder,
                    "The " + holder + " calls " + from + " just \"" + from.name()
                            + "\" in its query, which cannot be followed"
                            + " for certain. Drop the " + holder.kind()
                            + " before the rename and create it again after it, in"
                            + " the same revision.");
        }
        return query.renamingObject(from, object.to().name());
    }

    private Query refuseMention(String column, Rename.OfColumn rename) {
        if (query.mentions(column)) {
            throw new RefusedException(
                    holder,
                    "The " + holder + " may use column \"" + column + "\" of " + rename.relation() + ". Drop the "
                            + holder.kind() + " before the rename and create it again after it, in the same revision.");
        }
        return query;
    }
}
