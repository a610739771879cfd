package dev.varve.revision;

import dev.varve.dsl.Migration;
import dev.varve.model.Suggestion;
import dev.varve.revision.RevisionNode.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The revisions of all databases and what each depends on. Immutable; nothing of the migrations themselves has run. */
public final class RevisionGraph {

    private final Map<Requirement, RevisionNode> nodes;
    private final List<RevisionNode> ordered;

    private RevisionGraph(Map<Requirement, RevisionNode> nodes) {
        this.nodes = nodes;
        this.ordered = inOrder(nodes);
    }

    /**
     * The graph of these migrations, each of which is annotated with {@link Revision}.
     *
     * @throws HistoryException if an id is given twice, a class depends on one that is no revision or on itself in a circle, or a
     *     database is not among the known ones
     */
    public static RevisionGraph of(Collection<Class<? extends Migration>> migrations, Collection<String> databases) {
        Map<Requirement, RevisionNode> nodes = new LinkedHashMap<>();
        migrations.stream()
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .map(migration -> node(migration, new HashSet<>(migrations), databases))
                .forEach(node -> add(node, nodes));
        return new RevisionGraph(nodes);
    }

    private static void add(RevisionNode node, Map<Requirement, RevisionNode> nodes) {
        RevisionNode first = nodes.putIfAbsent(new Requirement(node.database(), node.id()), node);
        if (first != null) {
            throw new HistoryException("Two revisions of " + node.database() + " have the id \"" + node.id() + "\": "
                    + first.migration().getName() + " and " + node.migration().getName()
                    + ". Give one of them another id.");
        }
    }

    private static RevisionNode node(
            Class<? extends Migration> migration, Set<Class<? extends Migration>> all, Collection<String> databases) {
        Revision revision = annotation(migration);
        check(revision, migration, databases);
        List<String> parents = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (Class<? extends Migration> dependency : revision.dependsOn()) {
            if (!all.contains(dependency)) {
                throw new HistoryException("Revision " + revision.id() + " (" + migration.getName() + ") depends on "
                        + dependency.getName()
                        + ", which is not among the revisions that were found. Add it, or scan its package too.");
            }
            Revision other = annotation(dependency);
            if (other.database().equals(revision.database())) {
                parents.add(other.id());
            } else {
                requirements.add(new Requirement(other.database(), other.id()));
            }
        }
        return new RevisionNode(
                revision.id(), revision.database(), description(revision, migration), migration, parents, requirements);
    }

    private static Revision annotation(Class<? extends Migration> migration) {
        return Optional.ofNullable(migration.getAnnotation(Revision.class))
                .orElseThrow(() -> new HistoryException(migration.getName()
                        + " is no revision; annotate it with @Revision(id = ..., database = ...)."));
    }

    private static void check(Revision revision, Class<?> migration, Collection<String> databases) {
        RevisionTarget.objectionTo(revision.id()).ifPresent(objection -> {
            throw new HistoryException("The id \"" + revision.id() + "\" of " + migration.getName() + " " + objection);
        });
        if (!databases.contains(revision.database())) {
            throw new HistoryException(
                    "Revision " + revision.id() + " (" + migration.getName() + ") is for the database \""
                            + revision.database() + "\", which is not configured; known are "
                            + String.join(", ", new TreeSet<>(databases)) + "."
                            + Suggestion.of(revision.database(), databases));
        }
    }

    /** {@code CreateMarketDataTables} becomes {@code Create market data tables}. */
    private static String description(Revision revision, Class<?> migration) {
        if (!revision.description().isEmpty()) {
            return revision.description();
        }
        String[] words = migration.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
        return words[0]
                + Arrays.stream(words, 1, words.length)
                        .map(word -> ' '
                                + (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))
                                        ? word
                                        : word.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining());
    }

    /** Everything after what it depends on, by id where nothing else decides (Kahn's algorithm). */
    private static List<RevisionNode> inOrder(Map<Requirement, RevisionNode> nodes) {
        Map<Requirement, Set<Requirement>> open = new HashMap<>();
        Map<Requirement, List<RevisionNode>> followers = new HashMap<>();
        PriorityQueue<RevisionNode> ready =
                new PriorityQueue<>(Comparator.comparing(RevisionNode::id).thenComparing(RevisionNode::database));
        nodes.forEach((key, node) -> {
            Set<Requirement> needed = dependencies(node);
            open.put(key, new HashSet<>(needed));
            needed.forEach(
                    n -> followers.computeIfAbsent(n, k -> new ArrayList<>()).add(node));
            if (needed.isEmpty()) {
                ready.add(node);
            }
        });
        List<RevisionNode> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            RevisionNode node = ready.remove();
            ordered.add(node);
            for (RevisionNode follower : followers.getOrDefault(key(node), List.of())) {
                Set<Requirement> rest = open.get(key(follower));
                if (rest.remove(key(node)) && rest.isEmpty()) {
                    ready.add(follower);
                }
            }
        }
        if (ordered.size() < nodes.size()) {
            throw new HistoryException(circle(nodes, open));
        }
        return List.copyOf(ordered);
    }

    private static String circle(Map<Requirement, RevisionNode> nodes, Map<Requirement, Set<Requirement>> open) {
        Requirement at = open.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(Requirement::toString))
                .orElseThrow();
        Deque<Requirement> path = new ArrayDeque<>();
        while (!path.contains(at)) {
            path.add(at);
            at = open.get(at).stream()
                    .min(Comparator.comparing(Requirement::toString))
                    .orElseThrow();
        }
        while (!path.peek().equals(at)) {
            path.remove();
        }
        path.add(at);
        return "The revisions depend on each other in a circle: "
                + path.stream().map(key -> nodes.get(key).toString()).collect(Collectors.joining(" depends on ")) + ".";
    }

    private static Requirement key(RevisionNode node) {
        return new Requirement(node.database(), node.id());
    }

    private static Set<Requirement> dependencies(RevisionNode node) {
        Set<Requirement> all = new LinkedHashSet<>(node.requirements());
        node.parents().forEach(parent -> all.add(new Requirement(node.database(), parent)));
        return all;
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
