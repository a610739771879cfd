package dev.varve.source;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A piece of a Java expression that knows what it imports and how it is broken over lines. */
public interface Code {

    /** The piece, where lines are indented by so many blanks, and the first one has so many characters before it. */
    String text(int indent, int before);

    /** The names of the classes that it needs, such as {@code Map}. */
    Set<String> imports();

    /** The piece as if a line had no end. */
    default String flat() {
        return text(0, Integer.MIN_VALUE / 2);
    }

    /** Java text as it is, which imports nothing. */
    static Code raw(String text) {
        return raw(text, Set.of());
    }

    /** Java text as it is, which needs these classes. */
    static Code raw(String text, Set<String> imports) {
        return new RawCode(text, Set.copyOf(imports));
    }

    /** A string, written over several lines if it has several. */
    static Code string(String value) {
        return new StringCode(value);
    }

    /** What all these pieces import. */
    static Set<String> imports(List<? extends Code> pieces) {
        Set<String> all = new TreeSet<>();
        pieces.forEach(piece -> all.addAll(piece.imports()));
        return all;
    }
}
