package dev.varve.cli;

import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the class of a new revision. */
@Command(name = "revision", description = "Writes the class of a new revision that follows the newest one.")
final class RevisionCommand extends CliCommand {

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "TEXT",
            description = "What the revision is about.")
    private String message = "";

    @Option(
            names = {"-d", "--database"},
            required = true,
            paramLabel = "NAME",
            description = "The database that it changes.")
    private String database = "";

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    RevisionCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        RevisionGraph graph = context().graph();
        List<RevisionNode> parents =
                graph.head(context().database(database)).stream().toList();
        options.write(context(), graph, database, message, parents);
        return VarveCli.OK;
    }
}
