package dev.varve.sql;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** What a query gives: the list between its first {@code select} and what comes after that. */
record SelectList(List<String> tokens) {

    /** The words with which what comes after the columns of a query begins. */
    static final Set<String> ENDS = Set.of(
            "from",
            "where",
            "group",
            "having",
            "window",
            "union",
            "intersect",
            "except",
            "order",
            "limit",
            "offset",
            "fetch",
            "for");

    static SelectList of(String text) {
        return new SelectList(SqlText.of(text).tokens().stream()
                .filter(token -> token.kind() != Token.Kind.SPACE)
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .toList());
    }

    /** How many columns it has; unknown where it does not name them, or begins with something else. */
    OptionalInt size() {
        if (tokens.isEmpty() || !tokens.get(0).equals("select")) {
            return OptionalInt.empty();
        }
        int depth = 0;
        int columns = 1;
        for (int i = 1; i < tokens.size() && !(depth == 0 && isEnd(i)); i++) {
            String token = tokens.get(i);
            depth += Set.of("(", "[").contains(token) ? 1 : Set.of(")", "]").contains(token) ? -1 : 0;
            if (depth == 0 && isStar(i)) {
                return OptionalInt.empty();
            }
            columns += depth == 0 && token.equals(",") ? 1 : 0;
        }
        return OptionalInt.of(columns);
    }

    /** {@code is distinct from} compares, and {@code within group} is of an aggregate. */
    private boolean isEnd(int i) {
        return ENDS.contains(tokens.get(i)) && !Set.of("distinct", "within").contains(tokens.get(i - 1));
    }

    private boolean isStar(int i) {
        boolean isLast = i + 1 == tokens.size() || tokens.get(i + 1).equals(",") || isEnd(i + 1);
        return tokens.get(i).equals("*") && isLast;
    }
}
