package dev.varve.model;

import dev.varve.sql.QualifiedName;

/**
 * A name that only one object may have. Tables, views, indexes and sequences share one name space, and so do types and tables
 * (<a href="https://www.postgresql.org/docs/current/catalog-pg-class.html">documentation</a>).
 *
 * @param space the name space, such as {@code relation}
 */
public record Slot(String space, QualifiedName name) {

    /** A name among tables, indexes, views and sequences. */
    public static Slot relation(QualifiedName name) {
        return new Slot("relation", name);
    }

    /** A name among types. */
    public static Slot type(QualifiedName name) {
        return new Slot("type", name);
    }
}
