package dev.varve.sql;

import java.util.List;

/** Names at the beginning of texts, and texts with commas between them. */
public final class SqlNames {

    /** A name, and the text that follows it. */
    public record First(String name, String rest) {}

    private SqlNames() {}

    /** The name that a text begins with, without its quotes. */
    public static First first(String text) {
        return SqlText.of(text.strip()).first();
    }

    /** The parts of a text between the commas that are in no brackets. */
    public static List<String> list(String text) {
        return SqlText.of(text).list();
    }
}
