package dev.varve.cli;

import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the class of a revision that follows all heads of a database. */
@Command(name = "merge", description = "Writes the class of a revision that follows all heads of a database.")
final class MergeCommand extends CliCommand {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What the revision is about.")
    private String message = "Merge heads";

    @Mixin
    private NamedDatabase database = new NamedDatabase();

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    MergeCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        RevisionGraph graph = context().graph();
        List<RevisionNode> heads = graph.heads(context().database(database.name()));
        if (heads.size() < 2) {
            throw new CliException("There is nothing to merge: " + database.name() + " has "
                    + (heads.isEmpty() ? "no revisions." : "one head, " + heads.get(0) + "."));
        }
        options.write(context(), graph, database.name(), message, heads);
        return VarveCli.OK;
    }
}
