package dev.varve.execute;

import dev.varve.plan.History;
import dev.varve.plan.Planner;
import dev.varve.revision.HistoryException;
import dev.varve.revision.RevisionNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what has to run.
 *
 * @param leftAlone databases that are not touched
 */
record Pending(History history, Set<String> leftAlone, AppliedVerifier verifier) {

    Pending {
        leftAlone = Set.copyOf(leftAlone);
    }

    /**
     * The revisions that have to run for a request.
     *
     * @param seen what the version stores hold
     * @throws HistoryException if one requires something of a database that is left alone
     * @throws ExecutionException if what is applied is not what the application knows, or an interrupted revision is in the way
     */
    List<RevisionNode> of(Request request, Map<String, StoreContents> seen) {
        List<RevisionNode> nodes = request.finder().apply(planner(seen)).stream()
                .filter(node -> !leftAlone.contains(node.database()))
                .toList();
        refuseLeftAlone(nodes);
        verifier.verify(seen, nodes.isEmpty());
        verifier.refuseUnfinished(seen, request.obstacle());
        return nodes;
    }

    /** What makes steps for databases that hold that. */
    Planner planner(Map<String, StoreContents> seen) {
        Map<String, Set<String>> applied = new LinkedHashMap<>();
        seen.forEach((name, contents) -> applied.put(name, contents.applied()));
        return new Planner(history, applied);
    }

    private void refuseLeftAlone(List<RevisionNode> nodes) {
        nodes.stream()
                .flatMap(node -> node.requirements().stream())
                .filter(required -> leftAlone.contains(required.database()))
                .findFirst()
                .ifPresent(required -> {
                    throw new HistoryException("Something pending requires " + required + ", but " + required.database()
                            + " is left alone. Nothing was changed.");
                });
    }
}
