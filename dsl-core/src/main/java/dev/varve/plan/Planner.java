package dev.varve.plan;

import dev.varve.model.Environment;
import dev.varve.model.Suggestion;
import dev.varve.revision.HistoryException;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import dev.varve.revision.RevisionNode.Requirement;
import dev.varve.revision.RevisionTarget;
import dev.varve.revision.UnknownRevisionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the revisions that lead from where the databases stand to where they shall be. What they do is asked only of those that have to
 * run.
 *
 * @param applied the ids of the revisions that each database has
 */
public record Planner(History history, Map<String, ? extends Collection<String>> applied) {

    private RevisionGraph graph() {
        return history.graph();
    }

    /** The pending revisions of all databases up to their heads, in the order in which they run. */
    public List<RevisionNode> pending() {
        Set<Requirement> wanted = new LinkedHashSet<>();
        graph().databases().forEach(database -> wanted.addAll(resolve(database, RevisionTarget.HEAD)));
        return missing(wanted);
    }

    /**
     * The pending revisions of all databases up to a revision, with what it requires of the others.
     *
     * @throws HistoryException if no database has the revision, or more than one
     */
    public List<RevisionNode> pending(RevisionTarget target) {
        if (target.equals(RevisionTarget.HEAD)) {
            return pending();
        }
        if (target.steps().isPresent()) {
            return next(target.steps().getAsInt());
        }
        if (target.isShared()) {
            Set<Requirement> wanted = new LinkedHashSet<>();
            graph().databases().forEach(database -> wanted.addAll(resolve(database, target)));
            return missing(withRequirements(wanted));
        }
        return missing(withRequirements(resolve(databaseOf(target), target)));
    }

    /** The next revisions, of whatever database. */
    private List<RevisionNode> next(int count) {
        List<RevisionNode> pending = pending();
        if (count < 0 || count > pending.size()) {
            throw new HistoryException("There are " + pending.size() + " pending revisions, so an upgrade by "
                    + (count < 0 ? "" : "+") + count + " leads nowhere.");
        }
        return pending.subList(0, count);
    }

    /**
     * The pending revisions of one database up to a revision, and of no other one.
     *
     * @throws HistoryException if one of them requires a revision of another database that is not applied there
     */
    public List<RevisionNode> pending(String database, RevisionTarget target) {
        List<RevisionNode> missing = missing(resolve(database, target));
        for (RevisionNode node : missing) {
            node.requirements().stream()
                    .filter(required -> !isApplied(required))
                    .findFirst()
                    .ifPresent(required -> {
                        throw new HistoryException("Revision " + node.id() + " of " + database + " requires " + required
                                + ", which is not applied. Upgrade " + required.database()
                                + " first (\"upgrade --database "
                                + required.database() + " -r " + required.id()
                                + "\"), or all databases at once (\"upgrade\").");
                    });
        }
        return missing;
    }

    /**
     * The applied revisions of a database that have to be taken back to stand at a revision, newest first.
     *
     * @throws HistoryException if another database has a revision that requires one of them
     */
    public List<RevisionNode> surplus(String database, RevisionTarget target) {
        Set<Requirement> kept = resolve(database, target);
        List<RevisionNode> surplus = new ArrayList<>(graph().revisions(database).stream()
                .filter(node -> isApplied(key(node)) && !kept.contains(key(node)))
                .toList());
        Collections.reverse(surplus);
        surplus.forEach(this::refuseIfRequired);
        return surplus;
    }

    /** The applied revisions of all databases that have to be taken back to stand at a place that every history has. */
    public List<RevisionNode> surplus(RevisionTarget target) {
        Set<Requirement> kept = new LinkedHashSet<>();
        graph().databases().forEach(database -> kept.addAll(resolve(database, target)));
        List<RevisionNode> surplus = new ArrayList<>(graph().revisions().stream()
                .filter(node -> isApplied(key(node)) && !kept.contains(key(node)))
                .toList());
        Collections.reverse(surplus);
        return surplus;
    }

    private void refuseIfRequired(RevisionNode node) {
        graph().revisions().stream()
                .filter(other -> other.requirements().contains(key(node)) && isApplied(key(other)))
                .findFirst()
                .ifPresent(other -> {
                    throw new HistoryException(
                            "Revision " + node.id() + " of " + node.database() + " is required by revision "
                                    + other.id() + " of " + other.database() + ", which is applied. Downgrade "
                                    + other.database()
                                    + " first (\"downgrade --database " + other.database() + " -r "
                                    + other.parents().stream().findFirst().orElse("base") + "\").");
                });
    }

    /** The one database that has the revision. */
    private String databaseOf(RevisionTarget target) {
        List<String> databases = graph().databases().stream()
                .filter(database -> knows(database, target))
                .toList();
        if (databases.size() == 1) {
            return databases.get(0);
        }
        if (databases.isEmpty()) {
            throw new HistoryException("No database has a revision \"" + target + "\"."
                    + Suggestion.of(
                            target.text(),
                            graph().revisions().stream().map(RevisionNode::id).toList())
                    + " \"history\" lists them.");
        }
        throw new HistoryException("\"" + target + "\" is a revision of " + String.join(" and of ", databases)
                + ". Say which with --database.");
    }

    private boolean knows(String database, RevisionTarget target) {
        try {
            resolve(database, target);
            return true;
        } catch (UnknownRevisionException e) {
            return false;
        }
    }

    private Set<Requirement> resolve(String database, RevisionTarget target) {
        Set<Requirement> keys = new LinkedHashSet<>();
        Collection<String> now = applied.containsKey(database) ? applied.get(database) : List.of();
        target.resolve(graph(), database, now).forEach(id -> keys.add(new Requirement(database, id)));
        return keys;
    }

    private Set<Requirement> withRequirements(Set<Requirement> wanted) {
        Set<Requirement> all = new LinkedHashSet<>();
        Deque<Requirement> open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            Requirement next = open.remove();
            if (all.add(next)) {
                RevisionNode node = graph().get(next.database(), next.id());
                node.parents().forEach(parent -> open.add(new Requirement(next.database(), parent)));
                open.addAll(node.requirements());
            }
        }
        return all;
    }

    private List<RevisionNode> missing(Set<Requirement> wanted) {
        return graph().revisions().stream()
                .filter(node -> wanted.contains(key(node)) && !isApplied(key(node)))
                .toList();
    }

    private boolean isApplied(Requirement revision) {
        return applied.containsKey(revision.database())
                && applied.get(revision.database()).contains(revision.id());
    }

    private static Requirement key(RevisionNode node) {
        return new Requirement(node.database(), node.id());
    }

    /** The plan that applies these revisions, with its way back. */
    public MigrationPlan applying(List<RevisionNode> nodes, Function<String, Environment> environments) {
        return MigrationPlan.applying(nodes.stream().map(this::replayed).toList(), environments);
    }

    /**
     * The plan that takes these revisions back.
     *
     * @throws HistoryException if there is no way back for one of them
     */
    public MigrationPlan reverting(List<RevisionNode> nodes, Function<String, Environment> environments) {
        return MigrationPlan.reverting(nodes.stream().map(this::replayed).toList(), environments);
    }

    private ReplayedRevision replayed(RevisionNode node) {
        return history.revision(node.database(), node.id());
    }
}
