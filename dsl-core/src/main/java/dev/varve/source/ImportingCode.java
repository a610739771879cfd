package dev.varve.source;

import java.util.Set;
import java.util.TreeSet;

/** Code that needs some classes beside those that its parts need. */
record ImportingCode(Code code, Set<String> more) implements Code {

    @Override
    public String text(int indent, int before) {
        return code.text(indent, before);
    }

    @Override
    public Set<String> imports() {
        Set<String> all = new TreeSet<>(code.imports());
        all.addAll(more);
        return all;
    }
}
