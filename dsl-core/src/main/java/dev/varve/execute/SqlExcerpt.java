package dev.varve.execute;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a statement around a place in it, with a caret under the place.
 *
 * @param position of a character, the first being 1; 0 if there is no place
 */
record SqlExcerpt(String sql, int position) {

    private static final int LINES_BEFORE = 8;
    private static final int LINES_AFTER = 3;

    @Override
    public String toString() {
        List<String> lines = sql.lines().toList();
        int marked = position == 0 ? -1 : markedLine();
        int from = Math.max(0, marked - LINES_BEFORE);
        int to = Math.min(lines.size(), Math.max(marked, LINES_BEFORE) + LINES_AFTER + 1);
        List<String> shown = new ArrayList<>();
        if (from > 0) {
            shown.add("...");
        }
        for (int i = from; i < to; i++) {
            shown.add(lines.get(i).replace('\t', ' '));
            if (i == marked) {
                shown.add(" ".repeat(column()) + "^");
            }
        }
        if (to < lines.size()) {
            shown.add("...");
        }
        return "    " + String.join("\n    ", shown);
    }

    /** PostgreSQL counts characters, Java counts half of some. */
    private String before() {
        int end = sql.offsetByCodePoints(0, Math.min(position - 1, sql.codePointCount(0, sql.length())));
        return sql.substring(0, end);
    }

    private int markedLine() {
        return (int) before().chars().filter(c -> c == '\n').count();
    }

    private int column() {
        String before = before();
        return before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
    }
}
