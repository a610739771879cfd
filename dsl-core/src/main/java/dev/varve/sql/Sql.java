package dev.varve.sql;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * SQL text made from a template and typed parts, so that nothing is ever quoted by hand.
 *
 * <pre>{@code Sql.of("alter table {} drop column {}", table, Identifier.of("note"))}</pre>
 *
 * Each {@code {}} takes the next part. The template is the library's own text; everything that a user named arrives as a part.
 *
 * @param canonical the text with items in the order of their names whose order makes no difference, if that is another
 */
public record Sql(String text, Optional<String> canonical) implements Fragment {

    private static final String PLACEHOLDER = "{}";

    /**
     * The text of a template with its placeholders filled.
     *
     * @throws IllegalArgumentException if there are more or fewer parts than placeholders
     */
    public static Sql of(String template, Fragment... parts) {
        return made(List.of(parts), form -> filled(template, List.of(parts), form));
    }

    private static Sql made(Collection<? extends Fragment> parts, Function<Function<Fragment, String>, String> text) {
        boolean isCanonical = parts.stream().allMatch(part -> part.canonical().isEmpty());
        Optional<String> canonical = isCanonical ? Optional.empty() : Optional.of(text.apply(Sql::canonical));
        return new Sql(text.apply(Fragment::sql), canonical);
    }

    private static String canonical(Fragment part) {
        return part.canonical().orElseGet(part::sql);
    }

    private static String filled(String template, List<Fragment> parts, Function<Fragment, String> form) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Fragment part : parts) {
            int at = template.indexOf(PLACEHOLDER, from);
            if (at < 0) {
                throw new IllegalArgumentException(parts.size() + " parts are too many for: " + template);
            }
            text.append(template, from, at).append(form.apply(part));
            from = at + PLACEHOLDER.length();
        }
        if (template.indexOf(PLACEHOLDER, from) >= 0) {
            throw new IllegalArgumentException(parts.size() + " parts are too few for: " + template);
        }
        return text.append(template, from, template.length()).toString();
    }

    /** Text that is SQL already. */
    public static Sql raw(String text) {
        return new Sql(text, Optional.empty());
    }

    /** A statement that somebody wrote, without the semicolons and blanks around it. */
    public static Sql statement(String text) {
        String statement = text.strip();
        while (statement.endsWith(";")) {
            statement = statement.substring(0, statement.length() - 1).strip();
        }
        return raw(statement);
    }

    /** The parts with a separator between them. */
    public static Sql join(String separator, Collection<? extends Fragment> parts) {
        return made(parts, form -> parts.stream().map(form).collect(Collectors.joining(separator)));
    }

    /** The names as identifiers with commas between them. */
    public static Sql names(Collection<String> names) {
        return join(", ", names.stream().map(Identifier::of).toList());
    }

    /** This text followed by another piece, with nothing between them. */
    public Sql then(Fragment next) {
        return of("{}{}", this, next);
    }

    /** The same text, for which another one stands where it is only asked whether a revision is still the same. */
    public Sql canonically(Sql other) {
        String stands = canonical(other);
        return new Sql(text, Optional.of(stands).filter(form -> !form.equals(text)));
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
