package dev.varve.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataTypeException;

/**
 * The text of an array as PostgreSQL writes it (<a
 * href="https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO">documentation</a>).
 *
 * @param delimiter what stands between its elements
 */
record ArrayText(String text, char delimiter) {

    /**
     * The texts of its elements; none for those that are null.
     *
     * @throws DataTypeException if it has more than one dimension
     */
    List<Optional<String>> elements() {
        String inside = text.substring(text.indexOf('{') + 1, text.length() - 1);
        List<Optional<String>> all = new ArrayList<>();
        for (int start = 0; start < inside.length(); ) {
            int end = end(inside, start);
            all.add(element(inside.substring(start, end)));
            start = end + 1;
        }
        return all;
    }

    /** Where the element ends that begins there. */
    private int end(String inside, int start) {
        boolean isQuoted = false;
        for (int i = start; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == delimiter && !isQuoted) {
                return i;
            }
        }
        return inside.length();
    }

    private Optional<String> element(String written) {
        if (written.startsWith("{")) {
            throw new DataTypeException(
                    "The array " + text + " has more than one dimension. Read it as a text: cast(String.class).");
        }
        if (written.startsWith("\"")) {
            return Optional.of(written.substring(1, written.length() - 1).replaceAll("(?s)\\\\(.)", "$1"));
        }
        return Optional.of(written).filter(one -> !one.equals("NULL"));
    }
}
