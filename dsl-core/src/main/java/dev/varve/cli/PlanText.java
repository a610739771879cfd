package dev.varve.cli;

import dev.varve.plan.Direction;
import dev.varve.plan.MigrationPlan;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import dev.varve.sql.LockMode;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Steps as somebody reads them before they run: each statement after its operation, with what makes it dangerous. */
record PlanText(Terminal terminal) {

    /** A plan that was made for databases as they stand. */
    void print(MigrationPlan plan) {
        for (Step step : plan.steps()) {
            String arrow = step.direction() == Direction.UP ? terminal.good("up  ") : terminal.bad("down");
            terminal.print(arrow + "  " + step.database() + "  "
                    + step.revision().id() + "  " + step.revision().description());
            print(List.of(step));
            if (step.direction() == Direction.DOWN) {
                printLosses("This", step.lost());
            }
            terminal.print("");
        }
        terminal.print("Nothing was changed: this was a dry run.");
    }

    /** The statements of steps. */
    void print(List<Step> steps) {
        String heading = "";
        for (PlannedStatement planned :
                steps.stream().flatMap(step -> step.statements().stream()).toList()) {
            String next = planned.operation() + remark(planned.statement());
            if (!next.equals(heading)) {
                heading = next;
                terminal.print("  " + terminal.faint("-- " + heading));
            }
            terminal.print(planned.statement().sql().text().indent(2).stripTrailing() + ";");
        }
    }

    /** What is lost. */
    void printLosses(String by, List<String> losses) {
        terminal.print("");
        terminal.print(by + (losses.isEmpty() ? " loses nothing." : " loses:"));
        losses.forEach(loss -> terminal.print("  " + loss));
    }

    /** What somebody who runs the statement on a busy table wants to know: its lock, and what makes it dangerous. */
    private static String remark(Statement statement) {
        List<String> words = new ArrayList<>();
        if (statement.lock() != LockMode.NONE) {
            words.add(words(statement.lock()) + " lock");
        }
        if (!statement.transactional()) {
            words.add("outside a transaction");
        }
        statement.hazards().stream().sorted().forEach(hazard -> words.add(words(hazard)));
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ')';
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
