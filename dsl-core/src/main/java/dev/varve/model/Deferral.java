package dev.varve.model;

/** When a constraint is checked. */
public enum Deferral {
    /** After each statement. */
    NOT_DEFERRABLE(""),
    /** After each statement, unless the transaction puts it off. */
    INITIALLY_IMMEDIATE(" deferrable"),
    /** At the end of the transaction, unless it asks earlier. */
    INITIALLY_DEFERRED(" deferrable initially deferred");

    private final String clause;

    Deferral(String clause) {
        this.clause = clause;
    }

    String clause() {
        return clause;
    }
}
