package dev.varve.jooq;

import dev.varve.sql.Query;
import java.util.Locale;
import java.util.Set;

/** Whether a query is made of several, whose columns have the type on which these agree. */
final class Combined {

    private static final Set<String> WORDS = Set.of("union", "intersect", "except");

    private Combined() {}

    static boolean isCombined(Query query) {
        int depth = 0;
        for (String token : query.tokens()) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && WORDS.contains(token.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
