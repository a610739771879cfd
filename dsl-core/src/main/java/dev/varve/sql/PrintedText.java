package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A text that PostgreSQL printed, in a spelling of which it prints the very same once it has read it. There are four things of which it
 * reads its own print otherwise than what it printed:
 *
 * <ul>
 *   <li>an array that is cast as a whole, as {@code x in ('a', 'b')} is printed of a varchar: {@code (ARRAY['a'::character
 *       varying])::text[]} is read as one whose elements are cast, unless another cast stands between;
 *   <li>{@code ((a AND b) AND c)}, as {@code x between 1 and 2 and c} is printed: read as {@code (a AND b AND c)}, unless a cast to
 *       {@code boolean}, which does nothing, stands between;
 *   <li>{@code NULL::integer} in a branch of a union, where it had no name: read as a column that is called {@code int4};
 *   <li>{@code EXTRACT(YEAR FROM now())}, as {@code extract('YEAR' from now())} is printed: read in small letters, unless it is a string.
 * </ul>
 */
final class PrintedText {

    private final SqlText text;
    private final Map<Integer, String> insertions = new TreeMap<>();

    private PrintedText(SqlText text) {
        this.text = text;
    }

    /** The text in the spelling that is printed like it. */
    static String spelled(String printed) {
        PrintedText text = new PrintedText(SqlText.of(printed));
        for (int i = 0; i < text.size(); i++) {
            text.keepArray(i);
            text.keepGroup(i);
            text.keepColumns(i);
            text.keepField(i);
        }
        return text.insertions.isEmpty() ? printed : text.spelled();
    }

    private String spelled() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < size(); i++) {
            all.append(text.tokenAt(i).text()).append(insertions.getOrDefault(i, ""));
        }
        return all.toString();
    }

    private int size() {
        return text.size();
    }

    private void keepArray(int bracket) {
        if (text.tokenAt(bracket).is("(") && opensArray(bracket + 1)) {
            int end = text.closing(bracket + 2);
            boolean isCast = text.tokenAt(end + 1).is(")")
                    && text.tokenAt(end + 2).is("::")
                    && text.tokenAt(endOfType(end + 3)).is("[");
            if (isCast) {
                castBetween(new OutsideBrackets(text).between(",", bracket + 3, end))
                        .ifPresent(cast -> insert(end, cast));
            }
        }
    }

    private boolean opensArray(int i) {
        return isWord(i, "array") && text.tokenAt(i + 1).is("[");
    }

    /**
     * A cast that changes nothing: to what the elements are, if all are of one length or precision; otherwise to any array, which
     * PostgreSQL takes of those without one only. What columns alone are is not said.
     */
    private static Optional<String> castBetween(List<String> elements) {
        List<String> types =
                elements.stream().flatMap(PrintedText::typesOf).distinct().toList();
        if (types.stream().anyMatch(type -> type.indexOf('(') < 0)) {
            return Optional.of("::anyarray");
        }
        return types.size() == 1 ? Optional.of("::" + types.get(0) + "[]") : Optional.empty();
    }

    /** What an element is cast to; what the elements of an array in an array are cast to; nothing where that is not said. */
    private static Stream<String> typesOf(String element) {
        PrintedText part = new PrintedText(SqlText.of(element));
        if (part.opensArray(0) && part.text.closing(1) == part.size() - 1) {
            return new OutsideBrackets(part.text)
                    .between(",", 2, part.size() - 1).stream().flatMap(PrintedText::typesOf);
        }
        return Character.isDigit(element.charAt(0))
                ? Stream.of("number")
                : part.lastCast(0, part.size()).map(from -> part.text.text(from, part.size())).stream();
    }

    private void keepGroup(int bracket) {
        if (text.tokenAt(bracket).is("(") && text.tokenAt(bracket - 1).is("(")) {
            int end = text.closing(bracket);
            String word = text.neighbour(end, 1).text();
            if (Set.of("AND", "OR").contains(word) && joins(word, bracket + 1, end)) {
                insert(end, "::boolean");
            }
        }
    }

    /** Whether the word stands there, in no brackets. */
    private boolean joins(String word, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.tokenAt(i).text().equals(word)) {
                return true;
            }
            i = text.pastBrackets(i);
        }
        return false;
    }

    private void keepColumns(int select) {
        int start = select + 1;
        boolean isList = isWord(select, "select");
        for (int i = start; isList; i++) {
            isList = i < size() && !endsColumns(i);
            if (!isList || text.tokenAt(i).is(",")) {
                keepColumn(start, Math.min(i, size()));
                start = i + 1;
            }
            i = text.pastBrackets(i);
        }
    }

    /** The group of {@code within group (order by a)} ends nothing. */
    private boolean endsColumns(int i) {
        return endsColumns(text.tokenAt(i).text().toLowerCase(Locale.ROOT))
                && !text.neighbour(i, -1).text().equals("WITHIN");
    }

    /** Whether that word or sign ends the list of columns that a query selects. */
    static boolean endsColumns(String lexeme) {
        return SelectList.ENDS.contains(lexeme) || Set.of(")", ";").contains(lexeme);
    }

    /** What is cast and has no name would get that of the type. */
    private void keepColumn(int from, int to) {
        if (lastCast(from, to).isPresent()) {
            insert(text.previous(to), " AS \"?column?\"");
        }
    }

    private void keepField(int extract) {
        int field = extract + 2;
        boolean isField = isWord(extract, "extract")
                && text.tokenAt(extract + 1).is("(")
                && text.tokenAt(field).kind() == Kind.NAME
                && text.neighbour(field, 1).text().equals("FROM");
        if (isField && !text.tokenAt(field).text().equals(text.tokenAt(field).name())) {
            insert(extract + 1, "'");
            insert(field, "'");
        }
    }

    private void insert(int after, String addition) {
        insertions.merge(after, addition, String::concat);
    }

    /** Where the type begins to which all of it is cast. */
    private Optional<Integer> lastCast(int from, int to) {
        Optional<Integer> type = Optional.empty();
        for (int i = from; i < to; i++) {
            type = text.tokenAt(i).is("::") ? Optional.of(i + 1) : type;
            i = text.pastBrackets(i);
        }
        return type.filter(begin -> endOfArrays(endOfType(begin)) >= to);
    }

    private int endOfArrays(int from) {
        int i = from;
        while (text.tokenAt(i).is("[") || text.tokenAt(i).kind() == Kind.SPACE) {
            i = text.pastBrackets(i) + 1;
        }
        return i;
    }

    /** What follows a type that begins there. */
    private int endOfType(int from) {
        int i = from;
        while (text.tokenAt(i).isName() && !isWord(i, "as")
                || text.tokenAt(i).is(".")
                || text.tokenAt(i).is("(")
                || text.tokenAt(i).kind() == Kind.SPACE) {
            i = text.pastBrackets(i) + 1;
        }
        return i;
    }

    private boolean isWord(int i, String word) {
        return text.tokenAt(i).kind() == Kind.NAME && text.tokenAt(i).name().equals(word);
    }
}
