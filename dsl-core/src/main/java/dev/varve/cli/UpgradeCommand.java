package dev.varve.cli;

import dev.varve.execute.Migrator;
import dev.varve.plan.MigrationPlan;
import dev.varve.revision.RevisionTarget;
import java.util.Collection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Applies pending revisions. */
@Command(
        name = "upgrade",
        description = "Applies the pending revisions, of all databases in the order of their dependencies.")
final class UpgradeCommand extends CliCommand {

    @Option(
            names = {"-r", "--revision"},
            paramLabel = "TARGET",
            description = "Up to there: an id, the beginning of one, head, heads, +2; head by default.")
    private String target = "head";

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    UpgradeCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        RevisionTarget to = new RevisionTarget(target);
        if (options.isScript()) {
            return new SqlScript(context(), database.name()).upgrade(options.from(RevisionTarget.BASE), to);
        }
        Migrator migrator = context().migrator(concerned(), context().progress(), options::configure);
        MigrationPlan done = database.name()
                .map(name -> migrator.upgrade(context().database(name), to))
                .orElseGet(() -> migrator.upgrade(to));
        if (done.isEmpty()) {
            context()
                    .terminal()
                    .print(
                            target.equals("head")
                                    ? "Nothing to do: every database stands at head."
                                    : "Nothing to do: nothing is pending up to " + target + ".");
        } else if (options.isDry()) {
            new PlanText(context().terminal()).print(done);
        }
        return VarveCli.OK;
    }

    private Collection<String> concerned() {
        return database.name()
                .<Collection<String>>map(
                        name -> context().graph().connected(context().database(name)))
                .orElseGet(context()::databases);
    }
}
