package dev.varve.source;

import dev.varve.dsl.Types;
import dev.varve.model.TypeName;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Types in the words of {@link Types}. */
final class TypeWords {

    private static final Set<String> IMPORTS = Set.of("static dev.varve.dsl.Types.*");

    /** The types whose word in Java is not their name. */
    private static final Map<String, String> OTHERS = Map.of(
            "boolean", "bool",
            "char", "character",
            "double precision", "doublePrecision",
            "pg_lsn", "pgLsn",
            "pg_snapshot", "pgSnapshot",
            "txid_snapshot", "txidSnapshot",
            "\"char\"", "internalChar");

    private static final Pattern MODIFIED = Pattern.compile("([a-z0-9_\" ]+?)(?:\\((-?\\d+(?:, -?\\d+)?)\\))?");

    /** The words of {@link Types}, by name, with the numbers of arguments that they take. */
    private static final Map<String, Set<Integer>> WORDS = Arrays.stream(Types.class.getMethods())
            .filter(method -> Arrays.stream(method.getParameterTypes()).allMatch(int.class::equals))
            .collect(Collectors.groupingBy(
                    Method::getName, Collectors.mapping(Method::getParameterCount, Collectors.toSet())));

    private TypeWords() {}

    static Code of(TypeName type) {
        if (type.array()) {
            Code element = of(new TypeName(type.name(), type.modifiers(), false));
            return new Call("arrayOf", List.of(element));
        }
        Matcher parts = MODIFIED.matcher(type.sql());
        if (type.userDefined().isEmpty() && parts.matches()) {
            String word = OTHERS.getOrDefault(parts.group(1), parts.group(1));
            String numbers = parts.group(2) == null ? "" : parts.group(2);
            int count = numbers.isEmpty() ? 0 : numbers.split(",").length;
            if (WORDS.getOrDefault(word, Set.of()).contains(count)) {
                return Code.raw(word + '(' + numbers + ')', IMPORTS);
            }
        }
        return typed(type);
    }

    /** The class of the values of a column of that type. */
    static Code javaType(TypeName type) {
        if (type.array()) {
            Code element = javaType(new TypeName(type.name(), type.modifiers(), false));
            return Code.raw(element.flat() + "[]", element.imports());
        }
        String text = of(type).flat();
        return text.startsWith("typed(") ? Code.raw("String") : javaType(text.substring(0, text.indexOf('(')));
    }

    private static Code javaType(String word) {
        return Arrays.stream(Types.class.getMethods())
                .filter(method -> method.getName().equals(word)
                        && method.getGenericReturnType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?>)
                .map(method ->
                        (Class<?>) ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0])
                .findFirst()
                .map(type -> Code.raw(type.getSimpleName(), imported(type)))
                .orElse(Code.raw("String"));
    }

    private static Set<String> imported(Class<?> type) {
        return type.isArray() || type.getPackageName().equals("java.lang") ? Set.of() : Set.of(type.getName());
    }

    private static Code typed(TypeName type) {
        return Code.raw("typed(" + Code.string(type.sql()).flat() + ", String.class)", IMPORTS);
    }
}
