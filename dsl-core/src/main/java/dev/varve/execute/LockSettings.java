package dev.varve.execute;

import java.time.Duration;

/**
 * How long a migrator waits.
 *
 * @param forMigrator for another migrator to finish
 * @param forTables for the locks of one transaction, over all attempts together
 * @param alone for the locks of a statement that runs outside a transaction, in one attempt
 */
public record LockSettings(Duration forMigrator, Duration forTables, Duration alone) {

    /** Ten minutes for another migrator, fifteen for the locks of a transaction, five for those of a statement that runs alone. */
    public static final LockSettings STANDARD =
            new LockSettings(Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofMinutes(5));
}
