package dev.varve.execute;

import dev.varve.plan.CanonicalForm;
import dev.varve.plan.History;
import dev.varve.revision.RevisionGraph;
import dev.varve.revision.RevisionNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks whether what the databases have is what the application says. */
record AppliedVerifier(History history, String versionSchema, boolean changedAllowed, MigrationListener listener) {

    private RevisionGraph graph() {
        return history.graph();
    }

    /**
     * Looks at all databases.
     *
     * @param nothingToDo whether a database may be ahead of the application, as it is for the old instances while a new release comes
     */
    void verify(Map<String, StoreContents> seen, boolean nothingToDo) {
        seen.forEach((database, contents) -> {
            refuseUnknown(database, contents, nothingToDo);
            if (!changedAllowed) {
                contents.revisions().forEach(row -> refuseEdited(database, row));
            }
        });
    }

    private void refuseUnknown(String database, StoreContents contents, boolean nothingToDo) {
        List<AppliedRevision> unknown = contents.revisions().stream()
                .filter(row -> graph().find(database, row.id()).isEmpty())
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        List<String> ids = unknown.stream().map(AppliedRevision::id).toList();
        boolean ahead = unknown.stream().allMatch(row -> followsKnown(row, database, contents, new HashSet<>()));
        if (!ahead) {
            throw new ExecutionException(
                    "The version store in schema \"" + versionSchema + "\" of " + database + " belongs to \""
                            + contents.application() + "\" and has revisions that are none of this application's: "
                            + String.join(", ", ids)
                            + ". Nothing was changed. If two applications share the database, give each a version schema of its own"
                            + " (versionSchema in varve.properties or on the builder).");
        }
        if (!nothingToDo) {
            throw new ExecutionException(
                    database + " has revisions that this application does not know: " + String.join(", ", ids)
                            + ". They come after its own, so a newer release or another branch has been here. Nothing was changed. Run the"
                            + " newer release, or bring the missing classes into this one.");
        }
        listener.databaseAhead(database, ids);
    }

    private boolean followsKnown(AppliedRevision row, String database, StoreContents contents, Set<String> seen) {
        return row.parents().stream()
                .anyMatch(parent -> graph().find(database, parent).isPresent()
                        || seen.add(parent)
                                && contents.find(parent)
                                        .filter(p -> followsKnown(p, database, contents, seen))
                                        .isPresent());
    }

    /** The bytes of the class are compared first: as long as they are the same, nothing has to be replayed. */
    private void refuseEdited(String database, AppliedRevision row) {
        Optional<RevisionNode> node = graph().find(database, row.id());
        if (node.isEmpty() || SourceDigest.of(node.get().migration()).equals(row.sourceDigest())) {
            return;
        }
        CanonicalForm now = history.revision(database, row.id()).canonicalForm();
        if (!now.checksum().equals(row.checksum())) {
            throw new EditedRevisionException(node.get(), row, now);
        }
    }

    /** An interrupted revision has to be finished in its direction before anything goes the other way. */
    void refuseUnfinished(Map<String, StoreContents> seen, AppliedRevision.State obstacle) {
        seen.forEach((database, contents) -> contents.unfinished()
                .filter(row -> row.state() == obstacle)
                .ifPresent(row -> {
                    boolean applying = obstacle == AppliedRevision.State.APPLYING;
                    throw new ExecutionException("Revision " + row.id() + " of " + database + " was "
                            + row.summary() + ". Finish that first (\"" + (applying ? "upgrade" : "downgrade")
                            + " --database " + database
                            + " -r " + (applying ? row.id() : row.id() + "-1") + "\").");
                }));
    }
}
