package dev.varve.sql;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of one thing, quoted only where PostgreSQL would read it as something else.
 *
 * <p>PostgreSQL keeps the first 63 bytes of a longer name without an error
 * (<a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">documentation</a>), so a
 * longer one is refused here.
 */
public record Identifier(String name) implements Fragment {

    /** The longest name that PostgreSQL keeps, in bytes of UTF-8. */
    public static final int MAX_BYTES = 63;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    /**
     * @throws IllegalArgumentException if the name is empty, holds a NUL character, or is longer than 63 bytes
     */
    public Identifier {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A name must not be empty.");
        }
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The name \"" + name.replace("\0", "\\0")
                    + "\" holds a NUL character, which PostgreSQL cannot store.");
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("The name \"" + name + "\" has " + bytes
                    + " bytes; PostgreSQL keeps only the first " + MAX_BYTES + ". Choose a shorter one.");
        }
    }

    /** The identifier of that name. */
    public static Identifier of(String name) {
        return new Identifier(name);
    }

    /** Any text as PostgreSQL writes it in a list of names, in quotes if need be; such a text may be empty or long, as a path is. */
    public static String quoted(String text) {
        return PLAIN.matcher(text).matches() && !Keywords.mustQuote(text.toLowerCase(Locale.ROOT))
                ? text
                : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public String sql() {
        return quoted(name);
    }

    @Override
    public String toString() {
        return sql();
    }
}
