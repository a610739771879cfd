package dev.varve.revision;

import java.util.Collection;

/** A history that ends in more than one revision. */
public final class MultipleHeadsException extends HistoryException {

    private static final long serialVersionUID = 1L;

    /** A database that has these heads. */
    public MultipleHeadsException(String database, Collection<RevisionNode> heads) {
        super(database + " has " + heads.size() + " heads: "
                + String.join(", ", heads.stream().map(RevisionNode::toString).toList())
                + ". Merge them (\"merge --database " + database + "\"), or let one follow the other with dependsOn.");
    }
}
