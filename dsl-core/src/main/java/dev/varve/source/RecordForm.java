package dev.varve.source;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A value as its constructor makes it, for what the DSL has no words: {@code new Partitioning(Partitioning.Strategy.RANGE,
 * List.of(...))}.
 */
final class RecordForm {

    private RecordForm() {}

    /**
     * The call of the constructor.
     *
     * @throws UnwritableException if a part is neither a record nor a plain value
     */
    static Code of(Object value) {
        if (value instanceof String || value instanceof Long || value instanceof BigDecimal) {
            return JavaLiteral.of(value);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return Code.raw(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return Code.raw(
                    name(constant.getDeclaringClass()) + '.' + constant.name(), imported(constant.getDeclaringClass()));
        }
        if (value instanceof Class<?> type) {
            return Code.raw(name(type) + ".class", imported(type));
        }
        return value instanceof Record ? record(value) : collection(value);
    }

    private static Code collection(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> call("Optional.of", List.of(inner), Optional.class))
                    .orElseGet(() -> call("Optional.empty", List.of(), Optional.class));
        }
        if (value instanceof Map<?, ?> map) {
            List<Object> entries = new ArrayList<>();
            map.forEach((key, entry) -> entries.addAll(List.of(key, entry)));
            Code plain = call("Map.of", entries, Map.class);
            return map instanceof SortedMap ? wrapped("TreeMap", plain) : plain;
        }
        if (value instanceof Set<?> set) {
            Code plain = call("Set.of", List.copyOf(set), Set.class);
            return set instanceof SortedSet ? wrapped("TreeSet", plain) : plain;
        }
        if (value instanceof Collection<?> list) {
            return call("List.of", List.copyOf(list), List.class);
        }
        throw new UnwritableException(
                "There are no words for " + value + ", a " + value.getClass().getName() + '.');
    }

    private static Code wrapped(String type, Code plain) {
        return new ImportingCode(new Call("new " + type + "<>", List.of(plain)), Set.of("java.util." + type));
    }

    private static Code record(Object value) {
        Class<?> type = value.getClass();
        String generic = type.getTypeParameters().length == 0 ? "" : "<>";
        List<Object> parts = Arrays.stream(type.getRecordComponents())
                .map(component -> part(component, value))
                .toList();
        return call("new " + name(type) + generic, parts, type);
    }

    private static Object part(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The part " + component.getName() + " of " + value + " cannot be read.", e);
        }
    }

    private static Code call(String word, List<?> values, Class<?> imported) {
        List<Code> parts = values.stream().map(RecordForm::of).toList();
        return new ImportingCode(new Call(word, parts), imported(imported));
    }

    private static Set<String> imported(Class<?> type) {
        return Set.of(outermost(type).getCanonicalName());
    }

    private static Class<?> outermost(Class<?> type) {
        return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
    }

    /** The name without its package: {@code Partitioning.Strategy}. */
    private static String name(Class<?> type) {
        return type.getCanonicalName().substring(type.getPackageName().length() + 1);
    }
}
