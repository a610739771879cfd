package dev.varve.model;

import java.util.Locale;

/** Where PostgreSQL may run a function when several processes work on one query. */
public enum ParallelSafety {
    /** Nowhere: such a query is left to one process. */
    UNSAFE,
    /** In the process that leads the others. */
    RESTRICTED,
    /** In all of them. */
    SAFE;

    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The letter that {@code pg_proc} has for it. */
    public String code() {
        return sql().substring(0, 1);
    }
}
