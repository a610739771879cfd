package dev.varve.testing;

import dev.varve.model.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sets and maps in a state that have another order in every virtual machine: a fingerprint of the state, and source written from it, would
 * be others each time.
 */
final class ChanceOrder {

    private static final Pattern ORDERLESS =
            Pattern.compile("java\\.util\\.(ImmutableCollections\\$(Set|Map).*|HashSet|HashMap)");

    private ChanceOrder() {}

    /** Where there is one, by the records around it. */
    static List<String> in(Database state) {
        return state.objects()
                .flatMap(object -> in(object, object.id().toString()))
                .toList();
    }

    static Stream<String> in(Object value, String path) {
        if (value instanceof Optional<?> optional) {
            return optional.stream().flatMap(inner -> in(inner, path));
        }
        if (value instanceof Map<?, ?> map) {
            return Stream.concat(
                    itself(map, map.size(), path), map.values().stream().flatMap(inner -> in(inner, path)));
        }
        if (value instanceof Collection<?> all) {
            return Stream.concat(itself(all, all.size(), path), all.stream().flatMap(inner -> in(inner, path)));
        }
        return value instanceof Record whole
                ? Arrays.stream(whole.getClass().getRecordComponents())
                        .flatMap(part -> in(read(part, whole), path + " " + part.getName()))
                : Stream.empty();
    }

    private static Stream<String> itself(Object value, int size, String path) {
        return size > 1 && ORDERLESS.matcher(value.getClass().getName()).matches() ? Stream.of(path) : Stream.empty();
    }

    private static Object read(RecordComponent part, Record whole) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError("The " + part + " cannot be read.", e);
        }
    }
}
