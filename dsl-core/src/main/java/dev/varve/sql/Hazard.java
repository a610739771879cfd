package dev.varve.sql;

/** Something about a statement that somebody who runs it on a busy or a full table wants to know first. */
public enum Hazard {
    /** Removes rows or values. */
    DELETES_DATA,
    /** Writes the whole table anew while it is locked. */
    REWRITES_TABLE,
    /** Reads the whole table while writes are blocked. */
    SCANS_TABLE,
    /** Builds an index while writes are blocked. */
    BUILDS_INDEX,
    /** Locks a table that the statement does not name first. */
    LOCKS_OTHER_TABLE,
    /** Statements of the running application that use the old name or shape fail. */
    BREAKS_OLD_CODE
}
