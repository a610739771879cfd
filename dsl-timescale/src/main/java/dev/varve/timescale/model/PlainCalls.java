package dev.varve.timescale.model;

import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a text of SQL calls of TimescaleDB, to be run on a PostgreSQL without it. */
public record PlainCalls(String text) {

    /** What {@link PlainFunctions} has. */
    private static final List<String> GIVEN = List.of("time_bucket", "first", "last", "histogram");

    /** The first of the functions in it that no PostgreSQL without TimescaleDB has, if there is one. */
    public Optional<String> missing() {
        return text.isBlank() ? Optional.empty() : missing(new Query(text).tokens());
    }

    private static Optional<String> missing(List<String> tokens) {
        return IntStream.range(0, tokens.size())
                .boxed()
                .flatMap(i -> missingAt(i, tokens).stream())
                .findFirst();
    }

    /** A body of a function is a string between dollars. */
    private static Optional<String> missingAt(int i, List<String> tokens) {
        String token = tokens.get(i);
        if (token.startsWith("$") && token.length() > 1) {
            String tag = token.substring(0, token.indexOf('$', 1) + 1);
            return new PlainCalls(token.substring(tag.length(), token.length() - tag.length())).missing();
        }
        boolean called = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
        return called && isOwn(i, tokens)
                ? Optional.of(name(token)).filter(PlainFunctions.MISSING::contains)
                : Optional.empty();
    }

    /** A function of another schema is another function. */
    private static boolean isOwn(int i, List<String> tokens) {
        return i < 2
                || !tokens.get(i - 1).equals(".")
                || name(tokens.get(i - 2)).equals("public");
    }

    private static String name(String token) {
        return token.replace("\"", "");
    }

    /** The text as a query, with the calls of the functions that there are led to them. */
    public Query query() {
        Query query = new Query(text);
        for (String function : GIVEN) {
            query = query.renamingObject(
                    QualifiedName.of("public", function), QualifiedName.of(PlainFunctions.SCHEMA, function));
        }
        return query;
    }

    /** The text with those calls led to them. */
    String led() {
        return GIVEN.stream().anyMatch(text::contains) ? query().text() : text;
    }
}
