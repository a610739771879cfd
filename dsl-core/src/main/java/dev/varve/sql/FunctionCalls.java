package dev.varve.sql;

import java.util.Set;

/** The calls of functions in a text. */
record FunctionCalls(SqlText text) {

    static FunctionCalls of(String text) {
        return new FunctionCalls(SqlText.of(text));
    }

    /** The text with calls of these functions, where they are named without a schema, named with it. */
    String qualifying(Set<String> functions, String schema) {
        return text.rewritten(
                i -> isBareCall(i) && functions.contains(text.tokenAt(i).name())
                        ? Identifier.of(schema).sql() + '.' + text.tokenAt(i).text()
                        : text.tokenAt(i).text());
    }

    private boolean isBareCall(int i) {
        return text.tokenAt(i).isName()
                && text.neighbour(i, 1).is("(")
                && !text.neighbour(i, -1).is(".");
    }
}
