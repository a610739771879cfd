package dev.varve.sql;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * SQL text made from a template and typed parts, so that nothing is ever quoted by hand.
 *
 * <pre>{@code Sql.of("alter table {} drop column {}", table, Identifier.of("note"))}</pre>
 *
 * Each {@code {}} takes the next part. The template is the library's own text; everything that a user named arrives as a part.
 */
public record Sql(String text) implements Fragment {

    private static final String PLACEHOLDER = "{}";

    /**
     * The text of a template with its placeholders filled.
     *
     * @throws IllegalArgumentException if there are more or fewer parts than placeholders
     */
    public static Sql of(String template, Fragment... parts) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Fragment part : parts) {
            int at = template.indexOf(PLACEHOLDER, from);
            if (at < 0) {
                throw new IllegalArgumentException(parts.length + " parts are too many for: " + template);
            }
            text.append(template, from, at).append(part.sql());
            from = at + PLACEHOLDER.length();
        }
        if (template.indexOf(PLACEHOLDER, from) >= 0) {
            throw new IllegalArgumentException(parts.length + " parts are too few for: " + template);
        }
        return new Sql(text.append(template, from, template.length()).toString());
    }

    /** Text that is SQL already. */
    public static Sql raw(String text) {
        return new Sql(text);
    }

    /** A statement that somebody wrote, without the semicolons and blanks around it. */
    public static Sql statement(String text) {
        String statement = text.strip();
        while (statement.endsWith(";")) {
            statement = statement.substring(0, statement.length() - 1).strip();
        }
        return new Sql(statement);
    }

    /** The parts with a separator between them. */
    public static Sql join(String separator, Collection<? extends Fragment> parts) {
        return new Sql(parts.stream().map(Fragment::sql).collect(Collectors.joining(separator)));
    }

    /** The names as identifiers with commas between them. */
    public static Sql names(Collection<String> names) {
        return join(", ", names.stream().map(Identifier::of).toList());
    }

    /** This text followed by another piece, with nothing between them. */
    public Sql then(Fragment next) {
        return new Sql(text + next.sql());
    }

    @Override
    public String sql() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
