package dev.varve.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A text of SQL in the one spelling of all those that PostgreSQL's grammar reads as the same: without blanks, comments, quotes and brackets
 * that say nothing. Two texts with the same normal form are printed alike by every server, at least once what it printed has been read
 * again. Of two with different ones that is not known, except where they differ by nothing but what is printed as it is written.
 *
 * @param lexemes what is left, one element each
 */
record NormalForm(List<String> lexemes) {

    private static final Set<String> CONNECTIVES = Set.of("and", "or", "not");
    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");

    /** What several words or other words call the same type where something is cast to it. */
    private static final Map<List<String>, String> TYPES = types();

    NormalForm {
        lexemes = List.copyOf(lexemes);
    }

    /** The normal form of an expression, a query or a list of commands. */
    static NormalForm of(String text) {
        List<String> lexemes = withoutBrackets(Folding.of(withTypes(withCasts(Lexemes.of(text)))));
        while (isEnclosed(lexemes)) {
            lexemes = lexemes.subList(1, lexemes.size() - 1);
        }
        return new NormalForm(lexemes);
    }

    /** What is certain of this text and another one at the same place. */
    Likeness likeness(NormalForm other) {
        if (lexemes.equals(other.lexemes)) {
            return Likeness.EQUAL;
        }
        if (lexemes.size() != other.lexemes.size()) {
            return Likeness.UNKNOWN;
        }
        Distinction distinction = Distinction.in(lexemes, other.lexemes);
        boolean isCertain = IntStream.range(0, lexemes.size())
                .allMatch(i -> lexemes.get(i).equals(other.lexemes.get(i))
                        || distinction.isCertain(lexemes.get(i), other.lexemes.get(i)));
        return isCertain ? Likeness.DIFFERENT : Likeness.UNKNOWN;
    }

    private static Map<List<String>, String> types() {
        Map<List<String>, String> types = new HashMap<>();
        types.put(List.of("character", "varying"), "varchar");
        types.put(List.of("bit", "varying"), "varbit");
        types.put(List.of("double", "precision"), "float8");
        types.put(List.of("timestamp", "with", "time", "zone"), "timestamptz");
        types.put(List.of("timestamp", "without", "time", "zone"), "timestamp");
        types.put(List.of("time", "with", "time", "zone"), "timetz");
        types.put(List.of("time", "without", "time", "zone"), "time");
        types.put(List.of("int"), "int4");
        types.put(List.of("integer"), "int4");
        types.put(List.of("bigint"), "int8");
        types.put(List.of("smallint"), "int2");
        types.put(List.of("real"), "float4");
        types.put(List.of("boolean"), "bool");
        types.put(List.of("dec"), "numeric");
        types.put(List.of("decimal"), "numeric");
        return Map.copyOf(types);
    }

    private static List<String> withTypes(List<String> lexemes) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < lexemes.size(); ) {
            int length = i > 0 && lexemes.get(i - 1).equals("::") ? lengthOfType(lexemes, i) : 0;
            result.add(length == 0 ? lexemes.get(i) : TYPES.get(lexemes.subList(i, i + length)));
            i += Math.max(1, length);
        }
        return result;
    }

    private static int lengthOfType(List<String> lexemes, int from) {
        return IntStream.iterate(4, length -> length - 1)
                .limit(4)
                .filter(length ->
                        from + length <= lexemes.size() && TYPES.containsKey(lexemes.subList(from, from + length)))
                .findFirst()
                .orElse(0);
    }

    /** {@code cast(a as b)} as {@code (a)::b}. */
    private static List<String> withCasts(List<String> lexemes) {
        List<String> result = new ArrayList<>(lexemes);
        for (int i = result.size() - 2; i >= 0; i--) {
            int end = result.get(i).equals("cast") && result.get(i + 1).equals("(") ? closing(result, i + 1) : -1;
            int as = end < 0 ? -1 : next("as", result, i + 2, end);
            if (as > 0) {
                result.remove(end);
                result.set(as, "::");
                result.add(as, ")");
                result.remove(i);
            }
        }
        return result;
    }

    static int next(String word, List<String> lexemes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (lexemes.get(i).equals(word)) {
                return i;
            }
            i = isOpening(lexemes.get(i)) ? Math.max(i, closing(lexemes, i)) : i;
        }
        return -1;
    }

    /** Without brackets around one word, and around brackets, where they can belong to nothing before or after them. */
    private static List<String> withoutBrackets(List<String> lexemes) {
        List<String> result = new ArrayList<>(lexemes);
        for (int i = result.size() - 1; i >= 0; i--) {
            int end = result.get(i).equals("(") && standsAlone(result, i) ? closing(result, i) : -1;
            if (end > 0 && isRedundant(result, i, end)) {
                result.remove(end);
                result.remove(i);
            }
        }
        return result;
    }

    static boolean standsAlone(List<String> lexemes, int bracket) {
        String before = bracket == 0 ? "(" : lexemes.get(bracket - 1);
        return CONNECTIVES.contains(before)
                || before.equals("(")
                || before.equals("[")
                || before.equals(",")
                || Lexemes.isOperator(before);
    }

    private static boolean isRedundant(List<String> lexemes, int opening, int closing) {
        String after = closing + 1 < lexemes.size() ? lexemes.get(closing + 1) : ")";
        boolean isSelected = after.equals(".") || after.equals("[") || after.equals("(");
        boolean isWord = closing == opening + 2 && isOperand(lexemes.get(opening + 1));
        return !isSelected && (isWord || isEnclosed(lexemes.subList(opening + 1, closing)));
    }

    private static boolean isOperand(String lexeme) {
        char first = lexeme.charAt(0);
        boolean isName = Character.isLetter(first) || first == '_';
        return isName ? !Keywords.mustQuote(lexeme) : first == '"' || first == '\'' || Character.isDigit(first);
    }

    /** Whether a bracket that opens at the beginning is closed at the end, and holds neither a query nor a row. */
    private static boolean isEnclosed(List<String> lexemes) {
        return lexemes.size() > 2
                && lexemes.get(0).equals("(")
                && closing(lexemes, 0) == lexemes.size() - 1
                && !QUERIES.contains(lexemes.get(1))
                && next(",", lexemes, 1, lexemes.size() - 1) < 0;
    }

    static boolean isOpening(String lexeme) {
        return lexeme.equals("(") || lexeme.equals("[");
    }

    static int closing(List<String> lexemes, int opening) {
        int depth = 0;
        for (int i = opening; i < lexemes.size(); i++) {
            String lexeme = lexemes.get(i);
            depth += isOpening(lexeme) ? 1 : lexeme.equals(")") || lexeme.equals("]") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
