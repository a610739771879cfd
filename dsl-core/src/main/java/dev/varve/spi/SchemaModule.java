package dev.varve.spi;

import dev.varve.model.Environment;
import java.util.List;
import java.util.Set;

/**
 * What a module adds to the library: its kinds of objects and its facets, each described once. Found by {@link
 * java.util.ServiceLoader}; core is the first of them.
 */
public interface SchemaModule {

    /** The kinds of objects that the module can read from a server. */
    default List<ObjectType<?>> objectTypes() {
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

    /** The oids of the relations that are the module's own affair and no part of anybody's schema. */
    default Set<Long> hidden(Catalog catalog) {
        return Set.of();
    }
}
