package dev.varve.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What PostgreSQL reads of a text that it printed itself, where that is not what it printed ({@link PrintedText} says where): a cast of an
 * array is one of its elements, a conjunction at the beginning of a conjunction is part of it, what a branch of a union calls a cast
 * means nothing, and what is extracted of a time is a name in small letters. So a database says the same before and after it was restored from a dump.
 */
final class Folding {

    private static final Set<String> BEFORE_OPERANDS =
            Set.of("(", "[", ",", "where", "when", "on", "having", "then", "else", "select");

    private static final Set<String> UNIONS = Set.of("union", "all", "intersect", "except");

    private final List<String> lexemes;

    private Folding(List<String> lexemes) {
        this.lexemes = new ArrayList<>(lexemes);
    }

    /** The lexemes with {@code array[(a)::text]} for {@code (array[a])::text[]}, and {@code a and b and c} for {@code (a and b) and c}. */
    static List<String> of(List<String> lexemes) {
        Folding folding = new Folding(lexemes);
        for (int i = lexemes.size() - 1; i >= 0; i--) {
            folding.foldArray(i);
            folding.foldGroup(i);
            folding.foldNames(i);
            folding.foldField(i);
        }
        return folding.lexemes;
    }

    private void foldField(int extract) {
        int field = extract + 2;
        if (is(extract, "extract")
                && is(extract + 1, "(")
                && is(field + 1, "from")
                && lexemes.get(field).matches("'\\w+'")) {
            lexemes.set(field, lexemes.get(field).replace("'", "").toLowerCase(Locale.ROOT));
        }
    }

    private boolean is(int i, String lexeme) {
        return i >= 0 && i < lexemes.size() && lexemes.get(i).equals(lexeme);
    }

    private void foldArray(int array) {
        int end = opensArray(lexemes, array) ? NormalForm.closing(lexemes, array + 1) : -1;
        if (end > 0 && is(end + 1, "::")) {
            foldCast(array, end);
        } else if (end > 0 && isBracketed(array, end)) {
            lexemes.remove(end + 1);
            lexemes.remove(array - 1);
            foldCast(array - 1, end - 1);
        }
    }

    private static boolean opensArray(List<String> lexemes, int i) {
        return i + 1 < lexemes.size()
                && lexemes.get(i).equals("array")
                && lexemes.get(i + 1).equals("[");
    }

    /** Not by the brackets of a call. */
    private boolean isBracketed(int array, int end) {
        boolean isAlone = is(array - 2, "variadic") || NormalForm.standsAlone(lexemes, Math.max(0, array - 1));
        return is(array - 1, "(") && is(end + 1, ")") && is(end + 2, "::") && isAlone;
    }

    private void foldCast(int array, int end) {
        int type = end + 2;
        int bracket = type;
        while (bracket < lexemes.size() && isPartOfType(lexemes.get(bracket))) {
            bracket = is(bracket, "(") ? NormalForm.closing(lexemes, bracket) + 1 : bracket + 1;
        }
        if (is(type, "anyarray")) {
            lexemes.subList(end + 1, type + 1).clear();
            foldArray(array);
        } else if (is(bracket, "[") && is(bracket + 1, "]")) {
            List<String> cast = castTo(List.copyOf(lexemes.subList(type, bracket)), lexemes.subList(array, end + 1));
            List<String> whole = lexemes.subList(array, bracket + 2);
            whole.clear();
            whole.addAll(cast);
            foldArray(array);
        }
    }

    private static boolean isPartOfType(String lexeme) {
        char first = lexeme.charAt(0);
        return Character.isLetter(first) || "_\"(.".indexOf(first) >= 0;
    }

    private static List<String> castTo(List<String> type, List<String> element) {
        if (opensArray(element, 0) && NormalForm.closing(element, 1) == element.size() - 1) {
            return castEach(type, element.subList(2, element.size() - 1));
        }
        int before = element.size() - type.size() - 1;
        List<String> cast = new ArrayList<>(element);
        if (before < 1
                || !element.get(before).equals("::")
                || !element.subList(before + 1, element.size()).equals(type)) {
            cast.add(0, "(");
            cast.addAll(List.of(")", "::"));
            cast.addAll(type);
        }
        return cast;
    }

    private static List<String> castEach(List<String> type, List<String> elements) {
        List<String> array = new ArrayList<>(List.of("array", "["));
        for (int start = 0; start < elements.size(); ) {
            int comma = NormalForm.next(",", elements, start, elements.size());
            int end = comma < 0 ? elements.size() : comma;
            array.addAll(castTo(type, elements.subList(start, end)));
            array.add(comma < 0 ? "" : ",");
            start = end + 1;
        }
        array.removeIf(String::isEmpty);
        array.add("]");
        return array;
    }

    private void foldGroup(int bracket) {
        boolean isFirst = is(bracket, "(") && (bracket == 0 || BEFORE_OPERANDS.contains(lexemes.get(bracket - 1)));
        int end = isFirst ? NormalForm.closing(lexemes, bracket) : -1;
        int after = is(end + 1, "::") && is(end + 2, "bool") ? end + 3 : end + 1;
        boolean isAnd = is(after, "and") && joins("and", bracket, end) && !joins("or", bracket, end);
        if (end > 0 && (isAnd || is(after, "or") && joins("or", bracket, end))) {
            lexemes.subList(end, after).clear();
            lexemes.remove(bracket);
        }
    }

    /** Of a query whose columns need no names, PostgreSQL makes up one of the type of what is cast. */
    private void foldNames(int select) {
        boolean isBranch =
                is(select, "select") && select > 0 && (UNIONS.contains(lexemes.get(select - 1)) || isValue(select - 1));
        for (int i = select + 1; isBranch && i < lexemes.size() && !PrintedText.endsColumns(lexemes.get(i)); i++) {
            if (is(i, "as") && isNameOfCast(i)) {
                lexemes.subList(i, i + 2).clear();
                i--;
            } else {
                i = Math.max(i, NormalForm.isOpening(lexemes.get(i)) ? NormalForm.closing(lexemes, i) : i);
            }
        }
    }

    /** Whether a query in brackets stands for a value: not in a list of what is selected from, where it has another name behind it. */
    private boolean isValue(int bracket) {
        int end = is(bracket, "(") ? NormalForm.closing(lexemes, bracket) : -1;
        if (end < 0 || bracket == 0 || end + 1 == lexemes.size()) {
            return false;
        }
        String after = lexemes.get(end + 1);
        boolean isNamed = after.charAt(0) == '"' || Character.isLetter(after.charAt(0)) && !Keywords.mustQuote(after);
        boolean isSource = Set.of("from", "join", "lateral").contains(lexemes.get(bracket - 1))
                || is(bracket - 1, ",") && after.equals("as");
        return !isNamed && !isSource;
    }

    private boolean isNameOfCast(int as) {
        String name = lexemes.get(as + 1).replace("\"", "");
        int type = as - 1;
        while (is(type, "]") || is(type, "[") || is(type, ")") || is(type, "(") || isNumber(type)) {
            type--;
        }
        return name.equals("?column?")
                || (is(type - 1, "::") || is(type - 1, "."))
                        && lexemes.get(type).replace("\"", "").equals(name);
    }

    private boolean isNumber(int i) {
        return i >= 0 && Character.isDigit(lexemes.get(i).charAt(0));
    }

    private boolean joins(String word, int opening, int closing) {
        return NormalForm.next(word, lexemes, opening + 1, closing) > 0;
    }
}
