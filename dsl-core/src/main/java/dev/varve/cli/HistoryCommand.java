package dev.varve.cli;

import dev.varve.execute.MigrationListener;
import dev.varve.revision.RevisionGraph;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the revisions, newest first, and which of them the databases have. */
@Command(name = "history", description = "Shows the revisions, newest first, and when they were applied.")
final class HistoryCommand extends CliCommand {

    @Option(names = "--offline", description = "Ask no database: show only what the application defines.")
    private boolean offline;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    HistoryCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        RevisionGraph graph = context().graph();
        List<String> databases = database.databases(context());
        HistoryView view = offline
                ? HistoryView.of(graph, databases)
                : HistoryView.of(graph, databases, context().migrator(databases, MigrationListener.SILENT, b -> b));
        if (json) {
            context().terminal().print(Json.of(view.maps()));
        } else {
            context().terminal().table(view.rows());
        }
        return VarveCli.OK;
    }
}
