package dev.varve.cli;

import dev.varve.execute.Migrator;
import dev.varve.revision.RevisionTarget;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records revisions as applied without running them. */
@Command(
        name = "stamp",
        description =
                "Records that a database stands at a revision, and what the revisions up to it do, without running anything.")
final class StampCommand extends CliCommand {

    @Option(
            names = {"-r", "--revision"},
            required = true,
            paramLabel = "TARGET",
            description = "Where it stands.")
    private String target = "";

    @Mixin
    private NamedDatabase database = new NamedDatabase();

    StampCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        Migrator migrator = context()
                .migrator(
                        List.of(context().database(database.name())), context().progress(), b -> b);
        migrator.stamp(context().database(database.name()), new RevisionTarget(target));
        context().terminal().print(database.name() + " is recorded to stand at " + target + "; nothing was run.");
        return VarveCli.OK;
    }
}
