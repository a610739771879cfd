package dev.varve.execute;

/**
 * What a migrator does about a database that was changed by hand since it was migrated last. It looks only where it has something to do,
 * because looking means to read the whole schema.
 */
public enum DriftWatch {
    /** It does not look. */
    OFF,
    /** It tells its listener, and goes on. */
    WARN,
    /** It changes nothing. */
    REFUSE
}
