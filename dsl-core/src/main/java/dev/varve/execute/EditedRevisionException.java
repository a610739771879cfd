package dev.varve.execute;

import dev.varve.plan.CanonicalForm;
import dev.varve.plan.TextDifference;
import dev.varve.revision.RevisionNode;

/** A revision that does something else now than when it was applied. */
public final class EditedRevisionException extends ExecutionException {

    private static final long serialVersionUID = 1L;

    EditedRevisionException(RevisionNode node, AppliedRevision applied, CanonicalForm now) {
        super("Revision " + node + " was edited after it was applied to " + node.database()
                + ". What was applied (-) and what the"
                + " class says now (+):\n" + TextDifference.of(applied.canonical(), Secrets.hidden(now.text()))
                + "\nNothing was changed. Take the edit back and write a new revision for it; or, if the database is as the class says"
                + " now, record that (\"stamp --database " + node.database() + " -r " + node.id()
                + "\"); or go on all the same (--allow-changed).");
    }
}
