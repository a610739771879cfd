package dev.varve.sql;

import java.util.List;

/** Names at the beginning of texts, and texts with commas between them. */
public final class SqlNames {

    /** A name, and the text that follows it. */
    public record First(String name, String rest) {}

    private SqlNames() {}

    /** The name that a text begins with, without its quotes. */
    public static First first(String text) {
        SqlText sql = SqlText.of(text.strip());
        return new First(sql.tokens().get(0).name(), sql.text(1, sql.size()).strip());
    }

    /** The parts of a text between the commas that are in no brackets. */
    public static List<String> list(String text) {
        return OutsideBrackets.of(text).between(",");
    }
}
