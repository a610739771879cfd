package dev.varve.sql;

/** A piece of SQL that may stand in a larger one. */
public interface Fragment {

    /** The text of this piece, quoted as PostgreSQL needs it. */
    String sql();
}
