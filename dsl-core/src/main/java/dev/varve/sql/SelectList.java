package dev.varve.sql;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** What a query gives: the list between its first {@code select} and what comes after that. */
record SelectList(SqlText text) {

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
        return new SelectList(SqlText.of(text));
    }

    /** How many columns it has; unknown where it does not name them, or begins with something else. */
    OptionalInt size() {
        if (!word(text.neighbour(-1, 1)).equals("select")) {
            return OptionalInt.empty();
        }
        int columns = 1;
        for (int i = 0; i < text.size() && !isEnd(i); i++) {
            if (isStar(i)) {
                return OptionalInt.empty();
            }
            columns += text.tokenAt(i).is(",") ? 1 : 0;
            i = text.pastBrackets(i);
        }
        return OptionalInt.of(columns);
    }

    /** {@code is distinct from} compares, and {@code within group} is of an aggregate. */
    private boolean isEnd(int i) {
        return ENDS.contains(word(text.tokenAt(i)))
                && !Set.of("distinct", "within").contains(word(text.neighbour(i, -1)));
    }

    private boolean isStar(int i) {
        Token next = text.neighbour(i, 1);
        return text.tokenAt(i).is("*") && (next.isNothing() || next.is(",") || ENDS.contains(word(next)));
    }

    private static String word(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
