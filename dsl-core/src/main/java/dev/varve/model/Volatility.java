package dev.varve.model;

import java.util.Locale;

/** What the result of a function depends on beside its arguments. */
public enum Volatility {
    /** Anything, from one row to the next. */
    VOLATILE,
    /** The database as the statement sees it. */
    STABLE,
    /** Nothing. */
    IMMUTABLE;

    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }
}
