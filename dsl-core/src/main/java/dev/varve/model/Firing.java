package dev.varve.model;

import java.util.Locale;
import java.util.stream.Stream;

/** In which sessions a trigger runs ({@code session_replication_role}). */
public enum Firing {
    /** In those that do not replay the changes of another server. */
    ORIGIN("O", "enable"),
    /** In none. */
    DISABLED("D", "disable"),
    /** In those that replay the changes of another server. */
    REPLICA("R", "enable replica"),
    /** In all. */
    ALWAYS("A", "enable always");

    private final String code;
    private final String words;

    Firing(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The one for which the catalogs have that letter. */
    public static Firing of(String code) {
        return Stream.of(values())
                .filter(firing -> firing.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** What {@code alter} says. */
    String words() {
        return words;
    }

    /** As messages say it, such as {@code always}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
