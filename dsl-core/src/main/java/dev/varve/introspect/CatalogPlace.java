package dev.varve.introspect;

import dev.varve.spi.Catalog;

/**
 * A row of a system catalog, or a column of the relation that it describes.
 *
 * @param catalog the system catalog, such as {@code pg_type}
 * @param column the number of the column, or 0; those that every table has of PostgreSQL are below that
 */
record CatalogPlace(String catalog, long oid, long column) {

    /** Whether it is an object of the state, or the column of one. */
    boolean isRead(Catalog read) {
        return column >= 0 && read.identified(catalog, oid).isPresent();
    }

    /** The place as one word. */
    String key() {
        return catalog + ':' + oid + ':' + column;
    }
}
