package dev.varve.cli;

import dev.varve.execute.Migrator;
import dev.varve.execute.MigratorBuilder;
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

    @Option(names = "--sql", description = "Print a script for psql and change nothing; no database is asked.")
    private boolean sql;

    @Option(
            names = "--from",
            paramLabel = "TARGET",
            description = "With --sql: the revision at which the database stands; base by default.")
    private String from = "base";

    @Option(
            names = "--dry-run",
            description =
                    "Show what would run now, after asking the databases where they stand and what they would refuse.")
    private boolean dry;

    @Option(names = "--allow-changed", description = "Go on although an applied revision was edited since.")
    private boolean allowChanged;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    UpgradeCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        RevisionTarget to = new RevisionTarget(target);
        if (sql) {
            return new SqlScript(context(), database.name()).upgrade(new RevisionTarget(from), to);
        }
        Migrator migrator =
                context().migrator(concerned(), new ProgressListener(context().terminal()), this::configured);
        MigrationPlan done = database.name()
                .map(name -> migrator.upgrade(context().database(name), to))
                .orElseGet(() -> migrator.upgrade(to));
        if (done.isEmpty()) {
            context().terminal().print("Nothing to do: every database stands at " + target + ".");
        } else if (dry) {
            new PlanText(context().terminal()).print(done);
        }
        return VarveCli.OK;
    }

    private MigratorBuilder configured(MigratorBuilder builder) {
        MigratorBuilder same = allowChanged ? builder.allowChanged() : builder;
        return dry ? same.dryRun() : same;
    }

    private Collection<String> concerned() {
        return database.name()
                .<Collection<String>>map(
                        name -> context().graph().connected(context().database(name)))
                .orElseGet(context()::databases);
    }
}
