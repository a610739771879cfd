package dev.varve.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells apart what PostgreSQL prints as it was written, in two texts that are the same otherwise.
 *
 * @param numbers whether numbers are printed: not those of a place in a list, nor of a precision
 */
record Distinction(boolean numbers) {

    private static final Set<String> COMPARISONS = Set.of("<", ">", "=", "<=", ">=", "<>");
    private static final Set<String> TRUTHS = Set.of("true", "false");
    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9]\\d{0,8})(?:\\.\\d{1,9})?");
    private static final Pattern WORD = Pattern.compile("'[a-z]{1,30}'");
    private static final Set<String> NO_NUMBERS =
            Set.of("by", "float", "timestamp", "timestamptz", "time", "timetz", "interval", "bit", "varbit");

    /** Words that are read as the same value as other words by some type. */
    private static final Set<String> SYNONYMS = Set.of(
            "allballs",
            "bool",
            "boolean",
            "char",
            "character",
            "dec",
            "decimal",
            "epoch",
            "f",
            "fa",
            "fal",
            "fals",
            "false",
            "inf",
            "infinity",
            "int",
            "integer",
            "bigint",
            "smallint",
            "real",
            "float",
            "n",
            "nan",
            "no",
            "now",
            "numeric",
            "of",
            "off",
            "on",
            "t",
            "today",
            "tomorrow",
            "tr",
            "tru",
            "true",
            "varchar",
            "y",
            "ye",
            "yes",
            "yesterday",
            "z");

    static Distinction in(List<String> one, List<String> other) {
        return new Distinction(
                one.stream().noneMatch(NO_NUMBERS::contains) && other.stream().noneMatch(NO_NUMBERS::contains));
    }

    /** Whether the two are printed differently at the same place of the texts. */
    boolean isCertain(String one, String other) {
        boolean areNumbers =
                NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches();
        return COMPARISONS.contains(one) && COMPARISONS.contains(other)
                || TRUTHS.contains(one) && TRUTHS.contains(other)
                || numbers && areNumbers && new BigDecimal(one).compareTo(new BigDecimal(other)) != 0
                || isPlainWord(one) && isPlainWord(other);
    }

    private static boolean isPlainWord(String string) {
        return WORD.matcher(string).matches() && !SYNONYMS.contains(string.substring(1, string.length() - 1));
    }
}
