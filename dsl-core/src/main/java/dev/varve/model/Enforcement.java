package dev.varve.model;

/** For which rows PostgreSQL sees to it that a constraint holds. */
public enum Enforcement {
    /** For all of them. */
    ENFORCED(""),
    /** For those that are written from now on; older ones were not looked at. */
    NOT_VALID(" not valid"),
    /** For none: the constraint only says what ought to be. PostgreSQL has this from version 18 on. */
    NOT_ENFORCED(" not enforced");

    private final String clause;

    Enforcement(String clause) {
        this.clause = clause;
    }

    String clause() {
        return clause;
    }
}
