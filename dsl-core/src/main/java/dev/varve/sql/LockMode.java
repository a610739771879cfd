package dev.varve.sql;

/**
 * The table lock that a statement takes on what it changes, weakest first, by the
 * <a href="https://www.postgresql.org/docs/current/explicit-locking.html">documentation of PostgreSQL</a>.
 */
public enum LockMode {
    /** No lock on a relation that existed before. */
    NONE,
    /** Blocks only ACCESS EXCLUSIVE; what a {@code select} takes. */
    ACCESS_SHARE,
    /** What data changes take. */
    ROW_EXCLUSIVE,
    /** Lets reads and writes pass; conflicts with itself, vacuum and other schema changes. */
    SHARE_UPDATE_EXCLUSIVE,
    /** Blocks writes. */
    SHARE,
    /** Blocks writes, and conflicts with itself. */
    SHARE_ROW_EXCLUSIVE,
    /** Blocks writes; lets plain reads pass. */
    EXCLUSIVE,
    /** Blocks reads and writes. */
    ACCESS_EXCLUSIVE
}
