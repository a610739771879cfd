package dev.varve.source;

import dev.varve.model.Facet;
import dev.varve.model.SchemaObject;
import dev.varve.operation.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;

/** The forms of all modules of the class path, by the classes of what they write. */
final class SourceForms {

    private static final SourceForms ALL =
            new SourceForms(ServiceLoader.load(SourceModule.class, SourceModule.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList());

    private record Entry<F>(F form, Class<?> words) {}

    private final List<SourceModule> modules;
    private final Map<Class<?>, Entry<ObjectForm<?>>> objects = new HashMap<>();
    private final Map<Class<?>, Entry<OperationForm<?>>> operations = new HashMap<>();
    private final Map<Class<?>, Entry<FacetForm<?>>> facets = new HashMap<>();

    private SourceForms(List<SourceModule> modules) {
        this.modules = modules;
        for (SourceModule module : modules) {
            add(objects, module.objects(), ObjectForm::type, module);
            add(operations, module.operations(), OperationForm::type, module);
            add(facets, module.facets(), FacetForm::type, module);
        }
    }

    /** The class that the model of a table extends in the words of these classes: that of a module before that of core. */
    Class<?> tableModel(Set<Class<?>> used) {
        return modules.stream()
                .filter(module -> used.contains(module.words()))
                .flatMap(module -> module.tableModel().stream())
                .reduce((first, last) -> last)
                .orElse(dev.varve.dsl.PlainModel.class);
    }

    private static <F> void add(
            Map<Class<?>, Entry<F>> to, List<F> forms, Function<F, Class<?>> type, SourceModule module) {
        forms.forEach(form -> to.put(type.apply(form), new Entry<>(form, module.words())));
    }

    static SourceForms all() {
        return ALL;
    }

    @SuppressWarnings("unchecked") // a form is registered under the class of what it writes
    <O extends SchemaObject> ObjectForm<O> object(Class<O> type, Set<Class<?>> used) {
        return (ObjectForm<O>) known(objects, type, used);
    }

    @SuppressWarnings("unchecked") // a form is registered under the class of what it writes
    <O extends Operation> OperationForm<O> operation(Class<O> type, Set<Class<?>> used) {
        return (OperationForm<O>) known(operations, type, used);
    }

    @SuppressWarnings("unchecked") // a form is registered under the class of what it writes
    <F extends Facet> FacetForm<F> facet(Class<F> type, Set<Class<?>> used) {
        return (FacetForm<F>) known(facets, type, used);
    }

    private static <F> F known(Map<Class<?>, Entry<F>> forms, Class<?> type, Set<Class<?>> used) {
        Entry<F> entry = forms.get(type);
        if (entry == null) {
            throw new UnwritableException("There are no words for a " + type.getSimpleName()
                    + ". Write that part by hand, or let the SourceModule of its jar have a form for it.");
        }
        used.add(entry.words());
        return entry.form();
    }

    /** The classes of which there is a form. */
    Set<Class<?>> types() {
        Set<Class<?>> all = new HashSet<>(objects.keySet());
        all.addAll(operations.keySet());
        all.addAll(facets.keySet());
        return all;
    }
}
