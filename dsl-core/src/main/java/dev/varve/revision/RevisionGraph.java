package dev.varve.revision;

import dev.varve.dsl.Migration;
import dev.varve.revision.RevisionNode.Requirement;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The revisions of all databases and what each depends on. Immutable; nothing of the migrations themselves has run. */
public final class RevisionGraph {

    private final Map<Requirement, RevisionNode> nodes;
    private final List<RevisionNode> ordered;

    private RevisionGraph(Map<Requirement, RevisionNode> nodes) {
        this.nodes = nodes;
        this.ordered = new DependencyOrder(nodes).revisions();
    }

    /**
     * The graph of these migrations, each of which is annotated with {@link Revision}.
     *
     * @throws HistoryException if an id is given twice, a class depends on one that is no revision or on itself in a circle, or a
     *     database is not among the known ones
     */
    public static RevisionGraph of(Collection<Class<? extends Migration>> migrations, Collection<String> databases) {
        Set<Class<? extends Migration>> all = Set.copyOf(migrations);
        Map<Requirement, RevisionNode> nodes = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparing(Class::getName))
                .map(AnnotatedRevision::of)
                .map(revision -> revision.node(all, databases))
                .forEach(node -> add(node, nodes));
        return new RevisionGraph(nodes);
    }

    private static void add(RevisionNode node, Map<Requirement, RevisionNode> nodes) {
        RevisionNode first = nodes.putIfAbsent(node.place(), node);
        if (first != null) {
            throw new HistoryException("Two revisions of " + node.database() + " have the id \"" + node.id() + "\": "
                    + first.migration().getName() + " and " + node.migration().getName()
                    + ". Give one of them another id.");
        }
    }

    /** All revisions, each after everything that it depends on. */
    public List<RevisionNode> revisions() {
        return ordered;
    }

    /** The revisions of one database, each after everything that it depends on. */
    public List<RevisionNode> revisions(String database) {
        return ordered.stream().filter(node -> node.database().equals(database)).toList();
    }

    /** The names of the databases that have revisions, in the order in which they come first. */
    public List<String> databases() {
        return ordered.stream().map(RevisionNode::database).distinct().toList();
    }

    /** A database, and the others of which revisions require some of its own or the other way round. */
    public Set<String> connected(String database) {
        Set<String> connected = new LinkedHashSet<>(Set.of(database));
        for (RevisionNode node : ordered) {
            for (Requirement required : node.requirements()) {
                if (node.database().equals(database)) {
                    connected.add(required.database());
                } else if (required.database().equals(database)) {
                    connected.add(node.database());
                }
            }
        }
        return connected;
    }

    /** The revision of that id, if there is one. */
    public Optional<RevisionNode> find(String database, String id) {
        return Optional.ofNullable(nodes.get(new Requirement(database, id)));
    }

    /**
     * The revision of that id.
     *
     * @throws UnknownRevisionException if there is none
     */
    public RevisionNode get(String database, String id) {
        return find(database, id).orElseThrow(() -> new UnknownRevisionException(id, database, ids(database)));
    }

    /**
     * The revision whose id is the name, or begins with it.
     *
     * @throws HistoryException if none does, or more than one
     */
    public RevisionNode abbreviated(String database, String name) {
        Optional<RevisionNode> exact = find(database, name);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<String> matching =
                ids(database).stream().filter(id -> id.startsWith(name)).toList();
        if (matching.size() > 1) {
            throw new HistoryException("\"" + name + "\" may be any of " + String.join(", ", matching) + " of "
                    + database + ". Give more of the id.");
        }
        return get(database, matching.isEmpty() ? name : matching.get(0));
    }

    private List<String> ids(String database) {
        return revisions(database).stream().map(RevisionNode::id).toList();
    }

    /** The revisions of a database that no other one follows. */
    public List<RevisionNode> heads(String database) {
        Set<String> followed = revisions(database).stream()
                .flatMap(node -> node.parents().stream())
                .collect(Collectors.toSet());
        return revisions(database).stream()
                .filter(node -> !followed.contains(node.id()))
                .toList();
    }

    /**
     * The one head of a database; none if it has no revisions.
     *
     * @throws MultipleHeadsException if there are several
     */
    public Optional<RevisionNode> head(String database) {
        List<RevisionNode> heads = heads(database);
        if (heads.size() > 1) {
            throw new MultipleHeadsException(database, heads);
        }
        return heads.stream().findFirst();
    }

    /** The ids of a revision and of everything that it follows in its database. */
    public Set<String> withAncestors(RevisionNode revision) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(revision.id()));
        while (!open.isEmpty()) {
            String id = open.remove();
            if (found.add(id)) {
                open.addAll(get(revision.database(), id).parents());
            }
        }
        return found;
    }

    /** The ids of the revisions that follow a revision in its database, right away or later. */
    public Set<String> descendants(RevisionNode revision) {
        Set<String> found = new LinkedHashSet<>();
        for (RevisionNode node : revisions(revision.database())) {
            if (node.parents().stream().anyMatch(parent -> parent.equals(revision.id()) || found.contains(parent))) {
                found.add(node.id());
            }
        }
        return found;
    }
}
