package dev.varve.model;

import java.util.Collection;
import java.util.Comparator;

/** The name that somebody may have meant. */
public final class Suggestion {

    private Suggestion() {}

    /** A sentence with the known name that is most like the given one, after a space; empty if none is much like it. */
    public static String of(String name, Collection<String> known) {
        return known.stream()
                .filter(k -> distance(name, k) <= Math.max(1, (Math.min(name.length(), k.length()) + 1) / 3))
                .min(Comparator.comparingInt((String k) -> distance(name, k)).thenComparing(Comparator.naturalOrder()))
                .map(k -> " Did you mean \"" + k + "\"?")
                .orElse("");
    }

    /** The number of letters to insert, delete or replace between two words (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
