package dev.varve.execute;

import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.Operation;
import dev.varve.plan.History;
import dev.varve.plan.ReplayedRevision;
import dev.varve.plan.Step;
import dev.varve.revision.RevisionNode;
import dev.varve.revision.RevisionTarget;
import dev.varve.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is written into the version store of a database without running anything. */
record Stamp(DatabaseAccess access, History history, Run run) {

    private interface Recording {
        List<Sql> changes(StoreContents contents);
    }

    /** The revisions up to a place in history, and no others. */
    void at(RevisionTarget target) {
        record(contents -> {
            Set<String> wanted = target.resolve(history.graph(), access.name(), contents.applied());
            List<Sql> changes = new ArrayList<>();
            contents.revisions().forEach(row -> changes.add(run.store().unbegun(row.id())));
            history.graph().revisions(access.name()).stream()
                    .filter(node -> wanted.contains(node.id()))
                    .map(node -> history.revision(access.name(), node.id()))
                    .forEach(revision -> changes.add(run.store().applied(revision.up(Environment.NEWEST))));
            return changes;
        });
    }

    /** One revision that follows all heads, whose class is not compiled yet. */
    void of(String id, String description, List<Operation> operations) {
        List<String> parents = history.graph().heads(access.name()).stream()
                .map(RevisionNode::id)
                .toList();
        RevisionNode node = new RevisionNode(id, access.name(), description, Uncompiled.class, parents, List.of());
        Database before = history.state(access.name(), any -> true);
        Step step = new ReplayedRevision(node, operations, before, before).up(Environment.NEWEST);
        record(contents -> {
            DatabaseStatus.of(access.name(), contents, history.graph()).refusePending();
            return List.of(run.store().applied(step));
        });
    }

    /** What was known of the schema is known no more. */
    private void record(Recording recording) {
        try (LockedDatabase locked = LockedDatabase.open(access, run)) {
            locked.makeStore(locked.contents());
            List<Sql> changes = new ArrayList<>(recording.changes(locked.contents()));
            changes.addAll(run.store().unknown());
            locked.execute(changes);
        } catch (SQLException e) {
            throw access.said(e);
        }
    }
}
