package dev.varve.execute;

import dev.varve.revision.RevisionNode;
import java.util.List;
import java.util.Optional;
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

    /** The revision of that id, if anything of it is there. */
    public Optional<AppliedRevision> find(String id) {
        return Stream.concat(applied.stream(), unfinished.stream())
                .filter(row -> row.id().equals(id))
                .findFirst();
    }
}
