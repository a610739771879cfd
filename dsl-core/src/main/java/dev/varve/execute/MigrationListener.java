package dev.varve.execute;

import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import java.time.Duration;
import java.util.List;

/**
 * Is told how a migration goes on. Every method is called on the thread that migrates, and what it throws ends the migration; only while a
 * statement that runs alone waits for others, {@link #waitingForLock} is called on another thread.
 */
public interface MigrationListener {

    /** Takes no notice. */
    MigrationListener SILENT = new MigrationListener() {};

    /** Another migrator works on the database; who, in words. */
    default void waitingForMigrator(String database, String holder) {}

    /** A step begins. */
    default void stepStarted(Step step) {}

    /** A statement that runs alone begins, or the first of those that run together. */
    default void statementStarted(Step step, int number, int total, PlannedStatement statement) {}

    /**
     * A lock was not to be had in time and the same is tried again, or a statement that runs alone is still waiting for it. Who holds it,
     * in words.
     */
    default void waitingForLock(Step step, int attempt, String holders) {}

    /** Something that an interrupted run left behind is removed, or waited for. */
    default void recovering(Step step, PlannedStatement statement, String what) {}

    /** A step that was interrupted goes on. */
    default void resumed(Step step, int segmentsDone, int segments) {}

    /** A step is done. */
    default void stepFinished(Step step, Duration duration) {}

    /** A step that is done left these things out, because the server cannot do them; in words. */
    default void skipped(Step step, List<String> what) {}

    /** The database holds something else than when it was migrated last or, if nobody knows that, than its revisions say. */
    default void drifted(String database) {}

    /** Whether the database holds something else than when it was migrated last cannot be told. */
    default void incomparable(String database, String why) {}

    /** The database has revisions that the application does not know, after those that it knows. */
    default void databaseAhead(String database, List<String> unknown) {}
}
