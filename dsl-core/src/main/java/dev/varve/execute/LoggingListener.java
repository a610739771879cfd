package dev.varve.execute;

import dev.varve.plan.Direction;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the log of the application what a migrator does: steps at level info, whatever makes it wait at level warn. */
public final class LoggingListener implements MigrationListener {

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    @Override
    public void waitingForMigrator(String database, String holder) {
        LOG.info("Waiting for another migrator of {}: {}", database, holder);
    }

    @Override
    public void stepStarted(Step step) {
        LOG.debug("{} revision {} of {} begins", direction(step), step.revision(), step.database());
    }

    @Override
    public void statementStarted(Step step, int number, int total, PlannedStatement statement) {
        LOG.debug(
                "{} {}: statement {} of {}: {}",
                step.database(),
                step.revision().id(),
                number,
                total,
                statement.operation());
    }

    @Override
    public void waitingForLock(Step step, int attempt, String holders) {
        LOG.warn(
                "{} {} waits for a lock (attempt {}), held by {}",
                step.database(),
                step.revision().id(),
                attempt,
                holders);
    }

    @Override
    public void recovering(Step step, PlannedStatement statement, String what) {
        LOG.warn("{} {}: \"{}\" {}", step.database(), step.revision().id(), statement.operation(), what);
    }

    @Override
    public void resumed(Step step, int segmentsDone, int segments) {
        LOG.warn(
                "{} {} goes on after an interruption; {} of {} parts are done",
                step.database(),
                step.revision().id(),
                segmentsDone,
                segments);
    }

    @Override
    public void stepFinished(Step step, Duration duration) {
        LOG.info(
                "{} revision {} of {}: {} ({} ms)",
                direction(step),
                step.revision().id(),
                step.database(),
                step.revision().description(),
                duration.toMillis());
    }

    @Override
    public void incomparable(String database, String why) {
        LOG.warn("Whether {} is as its revisions left it cannot be told: {}", database, why);
    }

    @Override
    public void drifted(String database) {
        LOG.warn("{} is not as its revisions left it; \"drift -d {}\" shows how", database, database);
    }

    @Override
    public void databaseAhead(String database, List<String> unknown) {
        LOG.warn("{} is ahead of this application: it has {}", database, unknown);
    }

    private static String direction(Step step) {
        return step.direction() == Direction.UP ? "Up:" : "Down:";
    }
}
