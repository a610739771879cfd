package dev.varve.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in history as somebody types it: {@code head}, {@code heads}, {@code base}, an id or the beginning of one, {@code +2} or {@code -1}
 * from where the database stands, or {@code 0003+1}.
 */
public record RevisionTarget(String text) {

    /** Everything there is. */
    public static final RevisionTarget HEAD = new RevisionTarget("head");

    /** Nothing at all. */
    public static final RevisionTarget BASE = new RevisionTarget("base");

    private static final Pattern RELATIVE = Pattern.compile("(?<from>.*?)(?<steps>[+-]\\d+)");

    /** Why a revision cannot have that id, which is empty, holds white space, or means a place already; nothing if it can. */
    public static Optional<String> objectionTo(String id) {
        if (id.isEmpty() || id.matches("(?s).*\\s.*")) {
            return Optional.of("is empty or holds white space.");
        }
        return Optional.of(
                        "has a meaning of its own on the command line (head, heads, base, +1, -1). Choose another one.")
                .filter(reserved -> isReserved(id));
    }

    private static boolean isReserved(String id) {
        return Set.of("head", "heads", "base").contains(id) || id.matches("[+-]\\d+");
    }

    /** For {@code +2} and {@code -1}: how many steps it is from where a database stands. */
    public OptionalInt steps() {
        return text.matches("[+-]\\d+") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** Whether it is a place that every database has. */
    public boolean isShared() {
        return isReserved(text);
    }

    /**
     * The ids of the revisions that are applied when a database stands at this place.
     *
     * @param applied the ids of those that are applied now
     * @throws HistoryException if there is no such place
     */
    public Set<String> resolve(RevisionGraph graph, String database, Collection<String> applied) {
        return switch (text) {
            case "base" -> Set.of();
            case "heads" -> all(graph.revisions(database));
            case "head" -> graph.head(database).map(graph::withAncestors).orElse(Set.of());
            default -> resolveNamed(graph, database, applied);
        };
    }

    private Set<String> resolveNamed(RevisionGraph graph, String database, Collection<String> applied) {
        Matcher relative = RELATIVE.matcher(text);
        boolean isId = graph.find(database, text).isPresent();
        if (isId || !relative.matches()) {
            return graph.withAncestors(graph.abbreviated(database, text));
        }
        String from = relative.group("from");
        Set<String> start = from.isEmpty()
                ? new LinkedHashSet<>(applied)
                : new RevisionTarget(from).resolve(graph, database, applied);
        int steps = Integer.parseInt(relative.group("steps"));
        return steps >= 0 ? forward(graph, database, start, steps) : back(graph, database, start, -steps);
    }

    private Set<String> forward(RevisionGraph graph, String database, Set<String> start, int steps) {
        Set<String> reached = new LinkedHashSet<>(start);
        List<RevisionNode> pending = graph.revisions(database).stream()
                .filter(node -> !start.contains(node.id()))
                .toList();
        if (pending.size() < steps) {
            throw tooFar(database, pending.size() + " revisions come after that");
        }
        pending.subList(0, steps).forEach(node -> reached.add(node.id()));
        return reached;
    }

    private Set<String> back(RevisionGraph graph, String database, Set<String> start, int steps) {
        List<String> ordered = new ArrayList<>(graph.revisions(database).stream()
                .map(RevisionNode::id)
                .filter(start::contains)
                .toList());
        if (ordered.size() < steps) {
            throw tooFar(database, ordered.size() + " revisions come before that");
        }
        return new LinkedHashSet<>(ordered.subList(0, ordered.size() - steps));
    }

    private HistoryException tooFar(String database, String why) {
        return new HistoryException("\"" + text + "\" leads out of the history of " + database + ": only " + why + ".");
    }

    private static Set<String> all(List<RevisionNode> revisions) {
        Set<String> ids = new HashSet<>();
        revisions.forEach(node -> ids.add(node.id()));
        return ids;
    }

    @Override
    public String toString() {
        return text;
    }
}
