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

    /** The encoding in which the database keeps text, as PostgreSQL calls it, such as {@code UTF8}. */
    String encoding();

    /** The rows of a query, each made into a value. */
    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters);

    /**
     * The rows of a query about objects of schemas that are part of the schema that is read, each made into a value. The query selects
     * {@code oid} and {@code nspname} of each.
     *
     * @param catalog the system catalog that holds them, such as {@code pg_type}
     */
    default <T> List<T> own(String catalog, String sql, RowReader<T> reader) {
        if (!holds(catalog)) {
            return List.of();
        }
        // PostgreSQL has thousands of functions of its own, which it would print before they could be left out
        String ofUsers = "select * from (" + sql
                + ") as own where own.nspname !~ '^pg_' and own.nspname <> 'information_schema'";
        return query(
                        ofUsers,
                        row -> isOwn(catalog, row.number("oid"), row.text("nspname"))
                                ? Optional.of(reader.read(row))
                                : Optional.<T>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Whether anything may be found in a system catalog that does not come with PostgreSQL itself.
     *
     * @param catalog such as {@code pg_trigger}; relations and types also by their kinds in small letters, such as {@code pg_class
     *     v}
     */
    boolean holds(String catalog);

    /** Whether the relation is part of the schema: not of PostgreSQL, of an extension or of a module. */
    boolean isOwn(long relation);

    /** Whether objects of that schema are part of the schema that is read. */
    boolean isOwn(String schema);

    /**
     * Whether an object of a schema is part of the schema that is read: not of PostgreSQL, of an extension or of a module.
     *
     * @param catalog the system catalog that holds it, such as {@code pg_type}
     */
    boolean isOwn(String catalog, long oid, String schema);

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
