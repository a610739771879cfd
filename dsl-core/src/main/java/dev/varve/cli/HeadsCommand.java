package dev.varve.cli;

import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the revisions that no other one follows. */
@Command(name = "heads", description = "Shows the newest revisions of each database; more than one have to be merged.")
final class HeadsCommand extends CliCommand {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    HeadsCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        RevisionGraph graph = context().graph();
        if (json) {
            Map<String, List<String>> heads = new LinkedHashMap<>();
            context()
                    .databases()
                    .forEach(d -> heads.put(
                            d, graph.heads(d).stream().map(RevisionNode::id).toList()));
            context().terminal().print(Json.of(heads));
            return VarveCli.OK;
        }
        List<List<String>> rows = new ArrayList<>();
        for (String database : context().databasesOrRemark()) {
            graph.heads(database).forEach(head -> rows.add(List.of(database, head.id(), head.description())));
        }
        context().terminal().table(rows);
        return VarveCli.OK;
    }
}
