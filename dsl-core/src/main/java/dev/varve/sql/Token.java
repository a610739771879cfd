package dev.varve.sql;

import java.util.Locale;
import java.util.regex.Pattern;

/** A name, a string, a symbol, or the space between them. */
record Token(Kind kind, String text) {

    /** What a token is, as far as names go: a comment is space, and a number a symbol. */
    enum Kind {
        NAME,
        QUOTED_NAME,
        STRING,
        SPACE,
        SYMBOL
    }

    /** What stands before the beginning of a text and after its end. */
    static final Token NOTHING = new Token(Kind.SYMBOL, "");

    private static final Pattern CAPITALS = Pattern.compile("[A-Z]++");

    boolean isNothing() {
        return text.isEmpty();
    }

    boolean isName() {
        return kind == Kind.NAME || kind == Kind.QUOTED_NAME;
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** The value of a plain string constant. */
    String unquoted() {
        return text.substring(1, text.length() - 1).replace("''", "'");
    }

    /** What the name means: PostgreSQL folds the letters A to Z of unquoted names, and no others where letters have several bytes. */
    String name() {
        return kind == Kind.QUOTED_NAME
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : CAPITALS.matcher(text).replaceAll(letter -> letter.group().toLowerCase(Locale.ROOT));
    }
}
