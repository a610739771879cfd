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

    /** What a definition says after everything else: nothing, or the words after a space. */
    public String clause() {
        return clause;
    }

    /** What {@code alter constraint} says. */
    public String words() {
        return this == NOT_DEFERRABLE ? "not deferrable" : clause.strip();
    }
}
