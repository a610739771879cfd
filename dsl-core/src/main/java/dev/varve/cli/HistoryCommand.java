package dev.varve.cli;

import dev.varve.execute.AppliedRevision;
import dev.varve.execute.DatabaseStatus;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private record Line(RevisionNode node, Optional<AppliedRevision> applied) {

        String state() {
            return applied.map(AppliedRevision::summary).orElse("pending");
        }
    }

    @Override
    int run() {
        List<Line> lines = lines();
        if (json) {
            context().terminal().print(Json.of(lines.stream().map(this::asMap).toList()));
            return VarveCli.OK;
        }
        context().terminal().table(lines.stream().map(this::row).toList());
        return VarveCli.OK;
    }

    private List<Line> lines() {
        RevisionGraph graph = context().graph();
        List<String> databases = database.name()
                .map(context()::database)
                .map(List::of)
                .orElse(context().databases());
        Map<String, Map<String, AppliedRevision>> applied = offline ? Map.of() : applied(databases);
        List<RevisionNode> newestFirst = new ArrayList<>(graph.revisions().stream()
                .filter(node -> databases.contains(node.database()))
                .toList());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .map(node -> new Line(
                        node,
                        Optional.ofNullable(
                                applied.getOrDefault(node.database(), Map.of()).get(node.id()))))
                .toList();
    }

    private Map<String, Map<String, AppliedRevision>> applied(List<String> databases) {
        Migrator migrator = context().migrator(MigrationListener.SILENT, b -> b);
        return databases.stream()
                .map(migrator::status)
                .collect(Collectors.toMap(DatabaseStatus::database, HistoryCommand::byId));
    }

    private static Map<String, AppliedRevision> byId(DatabaseStatus status) {
        return status.applied().stream().collect(Collectors.toMap(AppliedRevision::id, row -> row));
    }

    private List<String> row(Line line) {
        RevisionNode node = line.node();
        String after = node.parents().isEmpty() ? "" : "after " + String.join(", ", node.parents());
        String requires = node.requirements().stream().map(Object::toString).collect(Collectors.joining(", "));
        String dependencies =
                requires.isEmpty() ? after : (after.isEmpty() ? "" : after + ", ") + "requires " + requires;
        List<String> row = new ArrayList<>(List.of(node.database(), node.id(), node.description(), dependencies));
        if (!offline) {
            row.add(line.state());
        }
        return row;
    }

    private Map<String, Object> asMap(Line line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("database", line.node().database());
        map.put("id", line.node().id());
        map.put("description", line.node().description());
        map.put("class", line.node().migration().getName());
        map.put("parents", line.node().parents());
        map.put(
                "requires",
                line.node().requirements().stream().map(Object::toString).toList());
        if (!offline) {
            map.put("applied", line.applied().isPresent());
            line.applied().ifPresent(row -> map.put("appliedAt", row.appliedAt().toString()));
        }
        return map;
    }
}
