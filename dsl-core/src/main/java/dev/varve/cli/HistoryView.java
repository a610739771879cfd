package dev.varve.cli;

import dev.varve.execute.AppliedRevision;
import dev.varve.execute.DatabaseStatus;
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

/** The revisions of some databases, newest first, and what became of them there if the databases were asked. */
record HistoryView(List<RevisionNode> revisions, Optional<Map<String, DatabaseStatus>> statuses) {

    /** What the application defines; no database is asked. */
    static HistoryView of(RevisionGraph graph, List<String> databases) {
        List<RevisionNode> newestFirst = new ArrayList<>(graph.revisions().stream()
                .filter(node -> databases.contains(node.database()))
                .toList());
        Collections.reverse(newestFirst);
        return new HistoryView(newestFirst, Optional.empty());
    }

    /** What the application defines and the databases have. */
    static HistoryView of(RevisionGraph graph, List<String> databases, Migrator migrator) {
        Map<String, DatabaseStatus> statuses =
                databases.stream().map(migrator::status).collect(Collectors.toMap(DatabaseStatus::database, s -> s));
        return new HistoryView(of(graph, databases).revisions(), Optional.of(statuses));
    }

    private Optional<AppliedRevision> applied(RevisionNode node) {
        return statuses.map(all -> all.get(node.database())).flatMap(status -> status.find(node.id()));
    }

    List<List<String>> rows() {
        return revisions.stream().map(this::row).toList();
    }

    private List<String> row(RevisionNode node) {
        List<String> row = new ArrayList<>(List.of(node.database(), node.id(), node.description(), dependencies(node)));
        statuses.ifPresent(
                asked -> row.add(applied(node).map(AppliedRevision::summary).orElse("pending")));
        return row;
    }

    private static String dependencies(RevisionNode node) {
        List<String> words = new ArrayList<>();
        if (!node.parents().isEmpty()) {
            words.add("after " + String.join(", ", node.parents()));
        }
        if (!node.requirements().isEmpty()) {
            words.add("requires " + requirements(node));
        }
        return String.join(", ", words);
    }

    private static String requirements(RevisionNode node) {
        return node.requirements().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    List<Map<String, Object>> maps() {
        return revisions.stream().map(this::map).toList();
    }

    private Map<String, Object> map(RevisionNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("database", node.database());
        map.put("id", node.id());
        map.put("description", node.description());
        map.put("class", node.migration().getName());
        map.put("parents", node.parents());
        map.put("requires", node.requirements().stream().map(Object::toString).toList());
        statuses.ifPresent(asked -> {
            map.put("applied", applied(node).isPresent());
            applied(node).ifPresent(row -> map.put("appliedAt", row.appliedAt().toString()));
        });
        return map;
    }
}
