package dev.varve.model;

import java.util.Locale;

/** What happens to a row when the row that it references is deleted or gets another key. */
public enum ReferentialAction {
    /** The change is refused at the end of the statement, or of the transaction if the key is deferred. */
    NO_ACTION,
    /** The change is refused at once. */
    RESTRICT,
    /** The change is made here too. */
    CASCADE,
    /** The reference becomes null. */
    SET_NULL,
    /** The reference becomes the default of its columns. */
    SET_DEFAULT;

    String clause(String event) {
        return this == NO_ACTION
                ? ""
                : " on " + event + ' ' + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
