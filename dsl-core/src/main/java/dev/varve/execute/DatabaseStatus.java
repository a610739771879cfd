package dev.varve.execute;

import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a database stands.
 *
 * @param applied the revisions that it has, in the order in which they were applied
 * @param current those of them that no other applied one follows: where it stands
 * @param pending the revisions that it lacks, in the order in which they would run
 * @param unfinished the revision that was interrupted, if one was
 * @param unknown those that the application does not know
 */
public record DatabaseStatus(
        String database,
        List<AppliedRevision> applied,
        List<RevisionNode> current,
        List<RevisionNode> pending,
        List<AppliedRevision> unfinished,
        List<AppliedRevision> unknown) {

    public DatabaseStatus {
        applied = List.copyOf(applied);
        current = List.copyOf(current);
        pending = List.copyOf(pending);
        unfinished = List.copyOf(unfinished);
        unknown = List.copyOf(unknown);
    }

    /** Where a database stands of which the version store holds that. */
    static DatabaseStatus of(String database, StoreContents contents, RevisionGraph graph) {
        Set<String> applied = contents.applied();
        Map<Boolean, List<RevisionNode>> known = graph.revisions(database).stream()
                .collect(Collectors.partitioningBy(node -> applied.contains(node.id())));
        Set<String> followed = known.get(true).stream()
                .flatMap(node -> node.parents().stream())
                .collect(Collectors.toSet());
        return new DatabaseStatus(
                database,
                rows(contents, AppliedRevision::isComplete),
                known.get(true).stream()
                        .filter(node -> !followed.contains(node.id()))
                        .toList(),
                known.get(false),
                contents.unfinished().stream().toList(),
                rows(contents, row -> graph.find(database, row.id()).isEmpty()));
    }

    private static List<AppliedRevision> rows(StoreContents contents, Predicate<AppliedRevision> wanted) {
        return contents.revisions().stream().filter(wanted).toList();
    }

    /**
     * Refuses to let another revision come after all that there are while some of these are still to run.
     *
     * @throws ExecutionException if some are
     */
    public void refusePending() {
        if (!pending.isEmpty()) {
            throw new ExecutionException("Another revision of " + database + " would come after "
                    + pending.stream().map(RevisionNode::id).collect(Collectors.joining(", "))
                    + ", which the database does not have yet. Run \"upgrade --database " + database
                    + "\" first; what was changed by hand stays as it is. Nothing was written.");
        }
    }

    /** The revision of that id, if anything of it is there. */
    public Optional<AppliedRevision> find(String id) {
        return Stream.concat(applied.stream(), unfinished.stream())
                .filter(row -> row.id().equals(id))
                .findFirst();
    }
}
