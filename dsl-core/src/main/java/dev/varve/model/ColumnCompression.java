package dev.varve.model;

import java.util.Locale;

/** How PostgreSQL compresses the long values of a column. */
public enum ColumnCompression {

    /** PostgreSQL's own method, which every server has. */
    PGLZ,

    /** LZ4, which is faster; a server can be built without it. */
    LZ4;

    /** The word of PostgreSQL. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
