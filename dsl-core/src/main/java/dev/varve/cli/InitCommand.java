package dev.varve.cli;

import dev.varve.execute.CheckResult;
import dev.varve.execute.Migrator;
import dev.varve.plan.LossAcceptance;
import dev.varve.revision.RevisionTarget;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings databases to the newest revision from nothing. */
@Command(
        name = "init",
        description = "Brings all databases to their newest revisions, from nothing, and shows the history.")
final class InitCommand extends CliCommand {

    @Option(
            names = "--drop-first",
            description =
                    "Take all revisions back first, with all data. Refused where a database holds what the history does not know.")
    private boolean dropFirst;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before anything is dropped.")
    private boolean yes;

    @Option(names = "--skip", paramLabel = "DATABASE", description = "Leave this database alone. Can be repeated.")
    private List<String> skipped = new ArrayList<>();

    InitCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        skipped.forEach(database -> context().skip(context().database(database), true));
        List<String> databases = context().databases().stream()
                .filter(database -> !context().skipped().contains(database))
                .toList();
        if (databases.isEmpty()) {
            throw new CliException("Every database is to be skipped, so there is nothing to do.");
        }
        Migrator migrator = context().migrator(context().progress(), b -> b.acceptLoss(LossAcceptance.ALL));
        if (dropFirst) {
            databases.forEach(database -> refuseUnknownObjects(migrator.check(database)));
            confirm(databases);
            migrator.downgrade(RevisionTarget.BASE);
        }
        migrator.upgrade();
        context().terminal().print("");
        context()
                .terminal()
                .table(HistoryView.of(context().graph(), databases, migrator).rows());
        return VarveCli.OK;
    }

    private static void refuseUnknownObjects(CheckResult result) {
        List<String> unknown = result.unknownObjects();
        if (!unknown.isEmpty()) {
            throw new CliException(
                    result.database() + " holds what the history does not know: " + String.join(", ", unknown)
                            + ". Nothing was changed. Remove it yourself if it may go, or leave the database alone with --skip "
                            + result.database() + ".");
        }
    }

    private void confirm(List<String> databases) {
        if (yes) {
            return;
        }
        String question = "This drops everything that the history knows in " + String.join(" and ", databases)
                + ", with all data.";
        String answer = context()
                .terminal()
                .respondent()
                .answer(question + " Type \"yes\" to go on: ")
                .orElseThrow(() ->
                        new CliException(question + " Nothing was changed. Give --yes to go on without being asked."));
        if (!"yes".equals(answer)) {
            throw new CliException("Nothing was changed.");
        }
    }
}
