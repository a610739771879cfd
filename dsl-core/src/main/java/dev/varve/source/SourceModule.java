package dev.varve.source;

import java.util.List;

/**
 * How what a module adds to the library is written in the words of its DSL. Found by {@link java.util.ServiceLoader}; core is the first of
 * them.
 */
public interface SourceModule {

    /** The class whose static words are imported where one of the module's is used. */
    Class<?> words();

    /** The forms of its kinds of objects. */
    default List<ObjectForm<?>> objects() {
        return List.of();
    }

    /** The forms of its operations. */
    default List<OperationForm<?>> operations() {
        return List.of();
    }

    /** The forms of its facts about tables. */
    default List<FacetForm<?>> facets() {
        return List.of();
    }
}
