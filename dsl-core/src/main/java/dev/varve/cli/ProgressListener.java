package dev.varve.cli;

import dev.varve.execute.MigrationListener;
import dev.varve.plan.Direction;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import java.time.Duration;
import java.util.List;

/** One line for each step, with its time; on a terminal also a bar that shows how far the step is. */
final class ProgressListener implements MigrationListener {

    private static final int BAR_WIDTH = 20;

    private final Terminal terminal;
    private final Interruption interruption;

    ProgressListener(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public void waitingForMigrator(String database, String holder) {
        terminal.note("Waiting for another migrator of " + database + ": " + holder);
    }

    @Override
    public void statementStarted(Step step, int number, int total, PlannedStatement statement) {
        interruption.begins(step);
        if (terminal.isInteractive()) {
            int full = total == 0 ? BAR_WIDTH : BAR_WIDTH * (number - 1) / total;
            terminal.overwrite("[" + "#".repeat(full) + " ".repeat(BAR_WIDTH - full) + "] "
                    + step.revision().id() + " " + statement.operation());
        }
    }

    @Override
    public void waitingForLock(Step step, int attempt, String holders) {
        note(step, "waiting for a lock (attempt " + attempt + "), held by " + holders);
    }

    @Override
    public void recovering(Step step, PlannedStatement statement, String what) {
        note(step, "\"" + statement.operation() + "\" " + what);
    }

    @Override
    public void resumed(Step step, int segmentsDone, int segments) {
        note(step, "goes on after an interruption; " + segmentsDone + " of " + segments + " parts are done");
    }

    private void note(Step step, String what) {
        clearBar();
        terminal.note(step.database() + " " + step.revision().id() + ": " + what);
    }

    @Override
    public void stepFinished(Step step, Duration duration) {
        interruption.ends();
        clearBar();
        String arrow = step.direction() == Direction.UP ? terminal.good("up  ") : terminal.bad("down");
        terminal.print(arrow + "  " + step.database() + "  " + step.revision().id() + "  "
                + step.revision().description() + "  "
                + terminal.faint("(" + statements(step) + ", " + duration.toMillis() + " ms)"));
    }

    @Override
    public void skipped(Step step, List<String> what) {
        what.forEach(one -> terminal.print(terminal.faint("        skipped: " + one)));
    }

    private static String statements(Step step) {
        int count = step.statements().size();
        return count == 1 ? "1 statement" : count + " statements";
    }

    @Override
    public void incomparable(String database, String why) {
        terminal.note("Whether " + database + " is as its revisions left it cannot be told: " + why);
    }

    @Override
    public void drifted(String database) {
        terminal.note(database + " is not as its revisions left it; \"drift -d " + database + "\" shows how.");
    }

    @Override
    public void databaseAhead(String database, List<String> unknown) {
        terminal.note(database + " is ahead of this application: it has " + String.join(", ", unknown) + ".");
    }

    private void clearBar() {
        if (terminal.isInteractive()) {
            terminal.overwrite("");
        }
    }
}
