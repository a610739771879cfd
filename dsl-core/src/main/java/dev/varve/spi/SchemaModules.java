package dev.varve.spi;

import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of the class path, core first: all kinds of objects and facets that the library knows. */
public final class SchemaModules {

    private static final SchemaModules ALL = load();

    private final List<SchemaModule> modules;
    private final Map<Class<?>, ObjectType<?>> objectTypes;
    private final Map<Class<?>, FacetType<?>> facetTypes;

    private SchemaModules(List<SchemaModule> modules) {
        this.modules = modules;
        this.objectTypes = modules.stream()
                .flatMap(module -> Stream.of(module.objectTypes(), module.attachedTypes()))
                .flatMap(List::stream)
                .collect(Collectors.toMap(ObjectType::type, Function.identity()));
        this.facetTypes = modules.stream()
                .flatMap(module -> module.facetTypes().stream())
                .collect(Collectors.toMap(FacetType::type, Function.identity()));
    }

    /** All modules that {@link ServiceLoader} finds. */
    public static SchemaModules all() {
        return ALL;
    }

    private static SchemaModules load() {
        return new SchemaModules(ServiceLoader.load(SchemaModule.class, SchemaModule.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted((one, other) -> Boolean.compare(other.isCore(), one.isCore()))
                .toList());
    }

    /** The modules, core first. */
    public List<SchemaModule> modules() {
        return modules;
    }

    /** What the kinds of objects are called. */
    public Set<String> objectKinds() {
        return objectTypes.keySet().stream().map(ObjectId::kindOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the kinds of facts about tables are called. */
    public Set<String> facetKinds() {
        return facetTypes.keySet().stream().map(ObjectId::kindOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The kind of objects of that class.
     *
     * @throws IllegalArgumentException if no module knows it
     */
    @SuppressWarnings("unchecked") // a kind is registered under the class of its objects
    public <O extends SchemaObject> ObjectType<O> objectType(Class<O> type) {
        return (ObjectType<O>) known(objectTypes, type);
    }

    /**
     * The kind of facets of that class.
     *
     * @throws IllegalArgumentException if no module knows it
     */
    @SuppressWarnings("unchecked") // a kind is registered under the class of its facets
    public <F extends Facet> FacetType<F> facetType(Class<F> type) {
        return (FacetType<F>) known(facetTypes, type);
    }

    private static <K> K known(Map<Class<?>, K> kinds, Class<?> type) {
        K kind = kinds.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("No module knows the class " + type.getName()
                    + ". Its SchemaModule has to name a kind for it, and to be a service of its jar.");
        }
        return kind;
    }
}
