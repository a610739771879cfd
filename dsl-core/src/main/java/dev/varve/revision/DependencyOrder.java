package dev.varve.revision;

import dev.varve.revision.RevisionNode.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts revisions after everything that they depend on, by id where nothing else decides (Kahn's algorithm). */
final class DependencyOrder {

    private final Map<Requirement, RevisionNode> nodes;
    private final Map<Requirement, Set<Requirement>> open = new HashMap<>();
    private final Map<Requirement, List<RevisionNode>> followers = new HashMap<>();
    private final Queue<RevisionNode> ready =
            new PriorityQueue<>(Comparator.comparing(RevisionNode::id).thenComparing(RevisionNode::database));

    DependencyOrder(Map<Requirement, RevisionNode> nodes) {
        this.nodes = nodes;
        nodes.values().forEach(this::open);
    }

    private void open(RevisionNode node) {
        Set<Requirement> needed = node.dependencies();
        open.put(node.place(), new HashSet<>(needed));
        needed.forEach(
                one -> followers.computeIfAbsent(one, none -> new ArrayList<>()).add(node));
        if (needed.isEmpty()) {
            ready.add(node);
        }
    }

    /**
     * The revisions in order.
     *
     * @throws HistoryException if some depend on each other in a circle
     */
    List<RevisionNode> revisions() {
        List<RevisionNode> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            RevisionNode node = ready.remove();
            ordered.add(node);
            followers.getOrDefault(node.place(), List.of()).forEach(follower -> close(follower, node));
        }
        if (ordered.size() < nodes.size()) {
            throw new HistoryException("The revisions depend on each other in a circle: "
                    + circle().stream()
                            .map(place -> nodes.get(place).toString())
                            .collect(Collectors.joining(" depends on "))
                    + ".");
        }
        return List.copyOf(ordered);
    }

    private void close(RevisionNode follower, RevisionNode done) {
        Set<Requirement> rest = open.get(follower.place());
        if (rest.remove(done.place()) && rest.isEmpty()) {
            ready.add(follower);
        }
    }

    /** A way through what could not be put in order, from a revision back to itself. */
    private Deque<Requirement> circle() {
        Requirement at =
                first(open.keySet().stream().filter(place -> !open.get(place).isEmpty()));
        Deque<Requirement> path = new ArrayDeque<>();
        while (!path.contains(at)) {
            path.add(at);
            at = first(open.get(at).stream());
        }
        while (!path.peek().equals(at)) {
            path.remove();
        }
        path.add(at);
        return path;
    }

    private static Requirement first(Stream<Requirement> places) {
        return places.min(Comparator.comparing(Requirement::toString)).orElseThrow();
    }
}
