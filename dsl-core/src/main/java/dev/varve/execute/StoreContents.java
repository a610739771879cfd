package dev.varve.execute;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the version store of a database holds.
 *
 * @param exists whether there is a store at all
 * @param application the application that made it
 * @param revisions in the order in which they were applied
 * @param base what the database held without any revision; empty if that is not known
 * @param outdated whether an earlier release made it, and it has no place for something
 */
public record StoreContents(
        boolean exists, String application, List<AppliedRevision> revisions, String base, boolean outdated) {

    /** No store yet. */
    public static final StoreContents NONE = new StoreContents(false, "", List.of(), "", false);

    public StoreContents {
        revisions = List.copyOf(revisions);
    }

    /** What the database held when it was migrated last; empty if that is not known. */
    String fingerprint() {
        return revisions.isEmpty() ? base : revisions.get(revisions.size() - 1).fingerprint();
    }

    /** The ids of the revisions that are there, also those whose taking back was interrupted. */
    public Set<String> applied() {
        return revisions.stream()
                .filter(row -> row.state() != AppliedRevision.State.APPLYING)
                .map(AppliedRevision::id)
                .collect(Collectors.toSet());
    }

    /** The revision of that id, if anything of it is there. */
    public Optional<AppliedRevision> find(String id) {
        return revisions.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The revision that was interrupted, if one was. */
    public Optional<AppliedRevision> unfinished() {
        return revisions.stream().filter(row -> !row.isComplete()).findFirst();
    }
}
