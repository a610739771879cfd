package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/** The places of a text at which columns are named, as far as that can be told without knowing the columns. */
record ColumnPlaces(SqlText text) {

    private static final Set<String> PHRASES = Set.of(
            "at time",
            "time zone",
            "with time",
            "without time",
            "character varying",
            "bit varying",
            "double precision");

    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "ctid", "xmin", "xmax", "cmin", "cmax");

    private static final Set<String> PREDICATES = Set.of("is", "in", "between", "like", "ilike");

    static ColumnPlaces of(String text) {
        return new ColumnPlaces(SqlText.of(text));
    }

    /** Names that may be columns: not a function that is called, a type that is cast to, a schema, or a typed constant. */
    Set<String> possible() {
        return namesAt(this::mayBeColumn);
    }

    /** Names at places where nothing but a column can stand, as {@code price} in {@code price > 0 and note is null}. */
    Set<String> certain() {
        return namesAt(i -> mayBeColumn(i) && !isKeyword(text.tokenAt(i)) && beginsOperand(i) && isCompared(i));
    }

    /** The text with what may be the column called by its new name. */
    String renaming(String from, String to) {
        return text.rewritten(i -> mayBeColumn(i) && text.tokenAt(i).name().equals(from)
                ? Identifier.of(to).sql()
                : text.tokenAt(i).text());
    }

    private Set<String> namesAt(IntPredicate place) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < text.size(); i++) {
            if (place.test(i)) {
                names.add(text.tokenAt(i).name());
            }
        }
        return names;
    }

    private static boolean isKeyword(Token token) {
        return token.kind() == Kind.NAME && (Keywords.mustQuote(token.name()) || SYSTEM_COLUMNS.contains(token.name()));
    }

    private boolean beginsOperand(int i) {
        Token before = text.neighbour(i, -1);
        return before.isNothing()
                || before.is("(")
                || before.kind() == Kind.NAME && Set.of("and", "or", "not").contains(before.name());
    }

    private boolean isCompared(int i) {
        Token next = text.neighbour(i, 1);
        boolean namesArgument = text.text(i + 1, text.size()).stripLeading().startsWith("=>");
        return next.kind() == Kind.NAME
                ? PREDICATES.contains(next.name())
                : !namesArgument && Set.of("<", ">", "=").contains(next.text());
    }

    /** Whether a name stands there that may be a column. */
    boolean mayBeColumn(int i) {
        Token next = text.neighbour(i, 1);
        return text.tokenAt(i).isName()
                && !text.neighbour(i, -1).is("::")
                && !next.is("(")
                && !next.is(".")
                && next.kind() != Kind.STRING
                && !isPartOfPhrase(i);
    }

    /** Words that mean something only together, all of which may be the names of columns elsewhere. */
    private boolean isPartOfPhrase(int i) {
        String before = text.neighbour(i, -1).text().toLowerCase(Locale.ROOT);
        if (text.tokenAt(i).kind() == Kind.QUOTED_NAME) {
            return before.equals("collate");
        }
        String pair = before + ' ' + text.tokenAt(i).name();
        String following =
                text.tokenAt(i).name() + ' ' + text.neighbour(i, 1).text().toLowerCase(Locale.ROOT);
        return PHRASES.contains(pair) || PHRASES.contains(following) || before.equals("collate") || isExtracted(i);
    }

    /** As {@code hour} in {@code extract(hour from placed_at)}. */
    private boolean isExtracted(int i) {
        return text.neighbour(i, 1).text().equalsIgnoreCase("from")
                && text.text(0, i).matches("(?is).*\\bextract\\s*\\(\\s*");
    }
}
