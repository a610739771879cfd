package dev.varve.execute;

/**
 * What a migrator does about a database that holds something else than when it was migrated last or, if nobody knows that, than its
 * revisions say. It looks only where it has something to do, because looking means to read the whole schema.
 */
public enum DriftWatch {
    /** It does not look. */
    OFF,
    /** It tells its listener, and goes on. */
    WARN,
    /** It changes nothing. */
    REFUSE
}
