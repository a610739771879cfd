package dev.varve.timescale.model;

import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;

/** A column by which rows are ordered before they are compressed. */
public record OrderKey(String column, boolean descending, boolean nullsFirst) implements Fragment {

    /** The column in ascending order, nulls last. */
    public static OrderKey asc(String column) {
        return new OrderKey(column, false, false);
    }

    /** The column in descending order, nulls first. */
    public static OrderKey desc(String column) {
        return new OrderKey(column, true, true);
    }

    OrderKey named(String other) {
        return new OrderKey(other, descending, nullsFirst);
    }

    @Override
    public String sql() {
        String nulls = nullsFirst == descending ? "" : nullsFirst ? " nulls first" : " nulls last";
        return Identifier.of(column).sql() + (descending ? " desc" : "") + nulls;
    }

    @Override
    public String toString() {
        return sql();
    }
}
