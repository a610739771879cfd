package dev.varve.model;

import dev.varve.sql.Composed;
import dev.varve.sql.Sql;

/** One element of an exclusion constraint: a column or an expression, and the operator by which two rows are compared in it. */
public record Excluded(IndexKey key, Operator operator) implements Composed {

    Excluded following(ObjectId<?> table, Rename rename) {
        return new Excluded(key.following(table, rename), operator.following(rename));
    }

    @Override
    public Sql whole() {
        return Sql.of("{} with {}", key, operator);
    }
}
