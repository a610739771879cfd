package dev.varve.source;

import java.util.Set;

/** Java text as it is. */
record RawCode(String text, Set<String> imports) implements Code {

    @Override
    public String text(int indent, int before) {
        return text;
    }
}
