package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What the queries of a text select, and from where. */
record Selection(SqlText text) {

    private static final Set<String> CLAUSES = Set.of(
            "select", "from", "join", "on", "using", "where", "group", "having", "window", "order", "limit", "offset",
            "when");

    static Selection of(String text) {
        return new Selection(SqlText.of(text));
    }

    /** Whether a list of columns has a star: not a product, the one of {@code count(*)}, or a row that is an argument or cast. */
    boolean isOfAll() {
        Deque<Boolean> lists = new ArrayDeque<>(List.of(true));
        for (int i = 0; i < text.size(); i++) {
            if (text.tokenAt(i).is("(")) {
                lists.push(opensList(i));
            } else if (text.tokenAt(i).is(")") && lists.size() > 1) {
                lists.pop();
            } else if (lists.element() && isStarOfColumns(i)) {
                return true;
            }
        }
        return false;
    }

    /** A query in brackets has a list of columns, and a row spells out what it is made of. */
    private boolean opensList(int bracket) {
        return Set.of("select", "with", "values")
                        .contains(text.neighbour(bracket, 1).text().toLowerCase(Locale.ROOT))
                || text.neighbour(bracket, -1).text().equalsIgnoreCase("row");
    }

    private boolean isStarOfColumns(int i) {
        boolean isWhole = text.neighbour(i, -1).is(".") && !text.neighbour(i, 1).is("::");
        return text.tokenAt(i).is("*") && (isWhole || isEndOfItem(text.neighbour(i, 1)));
    }

    private static boolean isEndOfItem(Token token) {
        return token.isNothing()
                || token.is(",")
                || token.is(")")
                || token.text().equalsIgnoreCase("from");
    }

    /** Whether a relation is named in a list of those that are selected from: {@code a.b} may also be column b of a. */
    boolean isFrom(QualifiedName relation) {
        QualifiedPlaces names = new QualifiedPlaces(text);
        return IntStream.range(0, text.size()).anyMatch(i -> names.isNamedAt(i, relation) && isInFrom(i));
    }

    boolean isInFrom(int name) {
        for (int i = name - 1; i >= 0; i--) {
            Token token = text.tokenAt(i);
            if (token.is(")")) {
                i = opening(i);
            } else if (token.kind() == Kind.NAME && CLAUSES.contains(token.name())) {
                return Set.of("from", "join").contains(token.name());
            }
        }
        return false;
    }

    private int opening(int closing) {
        int depth = 0;
        for (int i = closing; i >= 0; i--) {
            depth += text.tokenAt(i).is(")") ? 1 : text.tokenAt(i).is("(") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return 0;
    }
}
