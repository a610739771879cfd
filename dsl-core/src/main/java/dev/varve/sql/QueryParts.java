package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queries of which {@code union}, {@code intersect} and {@code except} make one (<a
 * href="https://www.postgresql.org/docs/current/queries-union.html">combining queries</a>). What {@code with} says before the first is said
 * for each.
 */
final class QueryParts {

    private static final Set<String> COMBINING = Set.of("union", "intersect", "except");
    private static final Set<String> BEGINNING = Set.of("select", "values", "table");

    private final List<Token> tokens;

    private QueryParts(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<String> of(String text) {
        return new QueryParts(SqlText.of(text).tokens()).texts();
    }

    private List<String> texts() {
        int from = word(next(-1)).equals("with")
                ? outermost(BEGINNING).stream().findFirst().orElse(0)
                : 0;
        String with = text(0, from);
        List<String> texts = new ArrayList<>();
        for (int cut : outermost(COMBINING)) {
            texts.add(text(from, cut).strip());
            boolean isSaidHow = Set.of("all", "distinct").contains(word(next(cut)));
            from = isSaidHow ? next(cut) + 1 : cut + 1;
        }
        texts.add(text(from, tokens.size()).strip());
        return texts.stream()
                .flatMap(QueryParts::unwrapped)
                .map(part -> with + part)
                .toList();
    }

    /** A part in brackets may be made of parts itself. */
    private static Stream<String> unwrapped(String part) {
        return part.startsWith("(") && part.endsWith(")")
                ? of(part.substring(1, part.length() - 1).strip()).stream()
                : Stream.of(part);
    }

    /** Where one of the words stands in no brackets. */
    private List<Integer> outermost(Set<String> words) {
        List<Integer> places = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && words.contains(word(i))) {
                places.add(i);
            }
        }
        return places;
    }

    private String text(int from, int to) {
        return tokens.subList(from, to).stream().map(Token::text).collect(Collectors.joining());
    }

    private int next(int i) {
        int next = i + 1;
        while (next < tokens.size() && tokens.get(next).kind() == Kind.SPACE) {
            next++;
        }
        return next;
    }

    private String word(int i) {
        return i < tokens.size() && tokens.get(i).kind() == Kind.NAME
                ? tokens.get(i).name()
                : "";
    }
}
