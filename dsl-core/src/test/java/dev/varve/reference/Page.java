package dev.varve.reference;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.operation.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A page with its snippets, in the order in which the source has them. */
record Page(ReferencePage content, PageSource source) {

    static Page of(Class<? extends ReferencePage> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return new Page(constructor.newInstance(), PageSource.of(type));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a constructor without parameters.", e);
        }
    }

    /** The name of the file without its ending: {@code domains}. */
    String fileName() {
        return content.title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    List<Method> snippets() {
        return Stream.of(content.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Snippet.class))
                .sorted(Comparator.comparing(method -> source.place(method.getName())))
                .toList();
    }

    /** What has happened in the database before a snippet. */
    List<Operation> before(Method snippet) {
        Changes given = new Changes(NamingConvention.STANDARD);
        content.given(given);
        List<Operation> operations = new ArrayList<>(given.operations());
        String after = snippet.getAnnotation(Snippet.class).after();
        if (!after.isEmpty()) {
            Method previous = method(after);
            operations.clear();
            operations.addAll(before(previous));
            operations.addAll(operations(previous));
        }
        return operations;
    }

    /** What a snippet records. */
    List<Operation> operations(Method snippet) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        snippet.setAccessible(true);
        try {
            snippet.invoke(content, changes);
        } catch (InvocationTargetException e) {
            throw new AssertionError(content.title() + ", " + snippet.getName() + ": " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return changes.operations();
    }

    private Method method(String name) {
        return snippets().stream()
                .filter(snippet -> snippet.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(content.title() + " has no snippet " + name));
    }
}
