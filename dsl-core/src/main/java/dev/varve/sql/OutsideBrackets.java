package dev.varve.sql;

import dev.varve.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** A text in parts, cut where something stands in no brackets. */
record OutsideBrackets(SqlText text) {

    static OutsideBrackets of(String text) {
        return new OutsideBrackets(SqlText.of(text));
    }

    /** The parts between the separators. */
    List<String> between(String separator) {
        return between(separator, 0, text.size());
    }

    /** The parts between the separators of what stands from one place to before another. */
    List<String> between(String separator, int from, int to) {
        List<String> parts = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            if (text.tokenAt(i).is(separator)) {
                parts.add(text.text(start, i).strip());
                start = i + 1;
            }
            i = text.pastBrackets(i);
        }
        parts.add(text.text(start, to).strip());
        return parts;
    }

    /** What is before and after the key word where it stands first; the whole text if it does not. */
    List<String> around(String word) {
        for (int i = 0; i < text.size(); i++) {
            Token token = text.tokenAt(i);
            if (token.kind() == Kind.NAME && token.name().equals(word)) {
                return List.of(text.text(0, i), text.text(i + 1, text.size()));
            }
            i = text.pastBrackets(i);
        }
        return List.of(text.text(0, text.size()));
    }
}
