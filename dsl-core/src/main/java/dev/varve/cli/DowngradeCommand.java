package dev.varve.cli;

import dev.varve.execute.Migrator;
import dev.varve.plan.LossAcceptance;
import dev.varve.plan.MigrationPlan;
import dev.varve.revision.RevisionTarget;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes revisions back. */
@Command(name = "downgrade", description = "Takes applied revisions of a database back, newest first.")
final class DowngradeCommand extends CliCommand {

    @Option(
            names = {"-r", "--revision"},
            paramLabel = "TARGET",
            description = "Down to there: an id, the beginning of one, base, -1; -1 by default.")
    private String target = "-1";

    @Mixin
    private NamedDatabase database = new NamedDatabase();

    @Option(
            names = "--accept-loss",
            paramLabel = "LOSS",
            description =
                    "Agree to lose this: a loss as the command names it, the name of a table or column, or all. Can be repeated.")
    private List<String> accepted = List.of();

    @Mixin
    private RunOptions options = new RunOptions();

    DowngradeCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        RevisionTarget to = new RevisionTarget(target);
        context().database(database.name());
        LossAcceptance acceptance = new LossAcceptance(new HashSet<>(accepted));
        if (options.isScript()) {
            return new SqlScript(context(), Optional.of(database.name()))
                    .downgrade(options.from(RevisionTarget.HEAD), to, acceptance);
        }
        Migrator migrator = context()
                .migrator(
                        context().graph().connected(database.name()),
                        context().progress(),
                        b -> options.configure(b.acceptLoss(acceptance)));
        MigrationPlan done = migrator.downgrade(database.name(), to);
        if (done.isEmpty()) {
            context().terminal().print("Nothing to do: " + database.name() + " has nothing above " + target + ".");
        } else if (options.isDry()) {
            new PlanText(context().terminal()).print(done);
        }
        return VarveCli.OK;
    }
}
