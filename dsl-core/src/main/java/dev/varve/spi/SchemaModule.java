package dev.varve.spi;

import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.operation.Operation;
import java.util.List;
import java.util.Set;

/**
 * What a module adds to the library: its kinds of objects and its facets, each described once. Found by {@link
 * java.util.ServiceLoader}; core is the first of them.
 */
public interface SchemaModule {

    /** Whether it is the module of PostgreSQL itself, on which the others stand. */
    default boolean isCore() {
        return false;
    }

    /** The kinds of objects that the module can read from a server. */
    default List<ObjectType<?>> objectTypes() {
        return List.of();
    }

    /** The kinds of objects that say something about other objects, of whatever module, and are read after all of them. */
    default List<ObjectType<?>> attachedTypes() {
        return List.of();
    }

    /** The facets of tables that the module can read from a server. */
    default List<FacetType<?>> facetTypes() {
        return List.of();
    }

    /** The environment with what the module knows of the server. */
    default Environment environment(Catalog catalog, Environment environment) {
        return environment;
    }

    /** The ways of treating servers that the module offers. */
    default List<ServerMode> modes() {
        return List.of();
    }

    /**
     * Looks for what contradicts how the module has treated the database of that environment before.
     *
     * @throws dev.varve.model.RefusedException if there is something
     */
    default void check(Environment chosen) {}

    /**
     * Looks for what no server could do that is as that state says: what can be refused when a history is loaded.
     *
     * @throws dev.varve.model.RefusedException if there is something
     */
    default void check(Operation operation, Database before) {}

    /** What the server of that state cannot do and an operation therefore leaves out there, in words. */
    default List<String> skipped(Operation operation, Database before) {
        return List.of();
    }

    /**
     * Asks the server, before anything runs, what it would refuse of the operations that are to come, as far as it can tell already.
     *
     * @param before the state before the first of them
     * @throws dev.varve.model.RefusedException if there is something
     */
    default void foresee(Catalog catalog, List<Operation> coming, Database before) {}

    /** A state as the server of that state shows it, where that is less than what was declared. */
    default Database shown(Database declared) {
        return declared;
    }

    /** The schemas that are the module's own affair and no part of anybody's schema. */
    default Set<String> hiddenSchemas() {
        return Set.of();
    }

    /** The oids of the relations that are the module's own affair and no part of anybody's schema. */
    default Set<Long> hidden(Catalog catalog) {
        return Set.of();
    }
}
