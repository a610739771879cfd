package dev.varve.source;

import dev.varve.model.Options;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How expressions, options and constants are written. */
public final class Expressions {

    private static final String TEXT = "'(?:[^']|'')*'";

    private Expressions() {}

    /** An expression: {@code sql("now()")}. */
    public static Code sql(Expression expression) {
        return Call.of("sql", expression.text());
    }

    /** A constant of the Java type of a column if it is one, an expression otherwise. */
    static Code constant(Expression expression, TypeName type) {
        return value(expression.text(), type)
                .filter(value -> Expression.constant(value).equals(expression))
                .map(JavaLiteral::of)
                .orElseGet(() -> sql(expression));
    }

    private static Optional<Object> value(String text, TypeName type) {
        if (type.array() || type.userDefined().isPresent()) {
            return Optional.empty();
        }
        return switch (type.name().name()) {
            case "text", "varchar", "char" ->
                Optional.of(text)
                        .filter(t -> t.matches("(?s)" + TEXT))
                        .map(t -> t.substring(1, t.length() - 1).replace("''", "'"));
            case "integer" -> whole(text).map(Integer::valueOf);
            case "bigint" -> whole(text).map(Long::valueOf);
            case "boolean" ->
                Optional.of(text).filter(t -> t.matches("true|false")).map(Boolean::valueOf);
            default -> Optional.empty();
        };
    }

    private static Optional<String> whole(String text) {
        return Optional.of(text).filter(t -> t.matches("-?\\d{1,9}"));
    }

    /** Storage parameters in their order: {@code Map.of("fillfactor", "70")}, which has that of their names, or a word for each. */
    static Code parameters(Options parameters) {
        if (parameters.isSorted()) {
            return map(parameters.values());
        }
        List<Map.Entry<String, String>> said = List.copyOf(parameters.values().entrySet());
        Chain chain = Chain.of("parameter", said.get(0).getKey(), said.get(0).getValue());
        for (Map.Entry<String, String> next : said.subList(1, said.size())) {
            chain = chain.then("and", next.getKey(), next.getValue());
        }
        return chain;
    }

    /** Options by name: {@code Map.of("fillfactor", "70")}. */
    public static Code map(Map<String, String> values) {
        boolean few = values.size() <= 10;
        String entries =
                values.entrySet().stream().map(entry -> entry(entry, few)).collect(Collectors.joining(", "));
        return Code.raw((few ? "Map.of(" : "Map.ofEntries(") + entries + ')', Set.of("java.util.Map"));
    }

    private static String entry(Map.Entry<String, String> entry, boolean few) {
        String both = Code.string(entry.getKey()).flat() + ", "
                + Code.string(entry.getValue()).flat();
        return few ? both : "Map.entry(" + both + ')';
    }

    /** A list of texts: {@code List.of("a", "b")}. */
    public static Code list(Collection<String> values) {
        return Code.raw("List.of(" + Names.list(values).flat() + ')', Set.of("java.util.List"));
    }
}
