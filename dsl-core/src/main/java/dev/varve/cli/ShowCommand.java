package dev.varve.cli;

import dev.varve.model.Environment;
import dev.varve.model.Suggestion;
import dev.varve.plan.MigrationPlan;
import dev.varve.plan.ReplayedRevision;
import dev.varve.plan.Step;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a revision does and how it is taken back. */
@Command(
        name = "show",
        description = "Shows what a revision does, its SQL, its way back and what that loses. No database is asked.")
final class ShowCommand extends CliCommand {

    @Parameters(paramLabel = "REVISION", description = "An id or the beginning of one.")
    private String id = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    ShowCommand(CliContext context) {
        super(context);
    }

    @Override
    int run() {
        RevisionNode node = node(context().graph());
        ReplayedRevision revision = context().offlineMigrator().history().revision(node.database(), node.id());
        MigrationPlan plan = MigrationPlan.applying(List.of(revision), d -> Environment.NEWEST);
        if (json) {
            context().terminal().print(Json.of(asMap(node, plan)));
        } else {
            print(node, plan);
        }
        return VarveCli.OK;
    }

    private RevisionNode node(RevisionGraph graph) {
        List<String> databases = database.databases(context());
        List<RevisionNode> found = databases.stream()
                .flatMap(d -> graph.revisions(d).stream())
                .filter(node -> node.id().equals(id))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        List<RevisionNode> beginning = databases.stream()
                .flatMap(d -> graph.revisions(d).stream())
                .filter(node -> node.id().startsWith(id))
                .toList();
        if (beginning.size() == 1) {
            return beginning.get(0);
        }
        if (beginning.isEmpty()) {
            throw new CliException("There is no revision \"" + id + "\"."
                    + Suggestion.of(
                            id, graph.revisions().stream().map(RevisionNode::id).toList())
                    + " \"history\" lists them.");
        }
        throw new CliException("\"" + id + "\" may be any of "
                + String.join(
                        ", ",
                        beginning.stream()
                                .map(n -> n.id() + " of " + n.database())
                                .toList())
                + ". Give more of the id, or --database.");
    }

    private void print(RevisionNode node, MigrationPlan plan) {
        Terminal terminal = context().terminal();
        terminal.print("Revision " + node.id() + " of " + node.database() + ": " + node.description());
        terminal.print("Class " + node.migration().getName());
        node.parents().forEach(parent -> terminal.print("After " + parent));
        node.requirements().forEach(required -> terminal.print("Requires " + required));
        print("Up", plan.steps());
        if (plan.obstacles().isEmpty()) {
            print("Down", plan.wayBack());
        } else {
            terminal.print("");
            terminal.print("Down: impossible");
            plan.obstacles().forEach(obstacle -> terminal.print("  " + obstacle));
        }
        new PlanText(terminal).printLosses("The way back", plan.losses());
    }

    private void print(String title, List<Step> steps) {
        context().terminal().print("");
        context().terminal().print(title + ":");
        new PlanText(context().terminal()).print(steps);
    }

    private static Map<String, Object> asMap(RevisionNode node, MigrationPlan plan) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("database", node.database());
        map.put("id", node.id());
        map.put("description", node.description());
        map.put("class", node.migration().getName());
        map.put("parents", node.parents());
        map.put("up", sql(plan.steps()));
        map.put("down", sql(plan.wayBack()));
        map.put("obstacles", plan.obstacles());
        map.put("losses", plan.losses());
        return map;
    }

    private static List<String> sql(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.statements().stream())
                .map(planned -> planned.statement().sql().text())
                .toList();
    }
}
