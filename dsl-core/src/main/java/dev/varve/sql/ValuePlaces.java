package dev.varve.sql;

import dev.varve.sql.Token.Kind;

/** The places of a text at which a string may be a value of an enum. */
record ValuePlaces(SqlText text) {

    static ValuePlaces of(String text) {
        return new ValuePlaces(SqlText.of(text));
    }

    /** The text with a value called by its new name where it is cast to the enum, or to nothing if all such strings are meant, too. */
    String renaming(QualifiedName type, String from, String to, boolean all) {
        QualifiedPlaces names = new QualifiedPlaces(text);
        return text.rewritten(i -> isString(i, from) && (isCast(i) ? names.isNamedAt(i + 2, type) : all)
                ? Literal.text(to).sql()
                : text.tokenAt(i).text());
    }

    /** Whether the string stands there, alone or in an array, and is not cast to anything. */
    boolean saysWithoutCast(String value) {
        for (int i = 0; i < text.size(); i++) {
            Token token = text.tokenAt(i);
            boolean inArray = token.kind() == Kind.STRING
                    && token.text().startsWith("'{")
                    && token.text().contains(value);
            if (isString(i, value) && !isCast(i) || inArray) {
                return true;
            }
        }
        return false;
    }

    private boolean isString(int i, String value) {
        Token token = text.tokenAt(i);
        return token.kind() == Kind.STRING
                && token.text().startsWith("'")
                && token.unquoted().equals(value);
    }

    private boolean isCast(int i) {
        return text.tokenAt(i + 1).is("::");
    }
}
