package dev.varve.plan;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, in order: {@code - } before those that only the first has, {@code + } before those of the second. */
public record TextDifference(List<String> lines) {

    public TextDifference {
        lines = List.copyOf(lines);
    }

    /** The difference of two texts, over their longest common subsequence of lines. */
    public static TextDifference of(String first, String second) {
        List<String> a = first.lines().toList();
        List<String> b = second.lines().toList();
        int[][] common = commonLengths(a, b);
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                i++;
                j++;
            } else if (j == b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add("- " + a.get(i++).strip());
            } else {
                lines.add("+ " + b.get(j++).strip());
            }
        }
        return new TextDifference(lines);
    }

    private static int[][] commonLengths(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** The lines, each indented by two spaces. */
    @Override
    public String toString() {
        return "  " + String.join("\n  ", lines);
    }
}
