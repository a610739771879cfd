package dev.varve.source;

import java.util.List;
import java.util.Optional;

/**
 * How what a module adds to the library is written in the words of its DSL. Found by {@link java.util.ServiceLoader}; core is the first of
 * them.
 */
public interface SourceModule {

    /** The class whose static words are imported where one of the module's is used. */
    Class<?> words();

    /** The class that the model of a table extends where one of the module's words is used for it, if that is not the one of core. */
    default Optional<Class<?>> tableModel() {
        return Optional.empty();
    }

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
