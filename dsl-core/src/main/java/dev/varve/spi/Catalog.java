package dev.varve.spi;

import dev.varve.model.Environment;
import dev.varve.model.ObjectId;
import java.util.List;
import java.util.Optional;

/**
 * The catalogs of a live server, read in one transaction with an empty {@code search_path}, so that PostgreSQL prints every name
 * with its schema.
 */
public interface Catalog {

    /** What is known of the server so far. */
    Environment environment();

    /** The rows of a query, each made into a value. */
    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters);

    /** Whether the relation is part of the schema: not of PostgreSQL, of an extension or of a module. */
    boolean isOwn(long relation);

    /** Whether objects of that schema are part of the schema that is read. */
    boolean isOwn(String schema);

    /**
     * Remembers what an object is called, so that what refers to it by oid can be read.
     *
     * @param catalog the system catalog that holds it, such as {@code pg_class}
     */
    void identify(String catalog, long oid, ObjectId<?> id);

    /** What the object of that oid is called, if it was read already. */
    Optional<ObjectId<?>> identified(String catalog, long oid);

    /** Remembers that something was met which the library cannot express, in words. */
    void unreadable(String what);
}
