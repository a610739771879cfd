package dev.varve.sql;

import java.util.Optional;

/** A piece of SQL that may stand in a larger one. */
public interface Fragment {

    /** The text of this piece, quoted as PostgreSQL needs it. */
    String sql();

    /**
     * The text that stands for this piece where it is only asked whether a revision is still the same, if that is another: with items in
     * the order of their names whose order makes no difference.
     */
    default Optional<String> canonical() {
        return Optional.empty();
    }
}
