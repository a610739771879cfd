package dev.varve.execute;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a server said of an error.
 *
 * @param state the SQLSTATE; empty if there is none
 * @param where the lines that say from where the statement was run, innermost first; empty if there are none
 * @param innerQuery the statement that a function ran, if the error was in one
 * @param position the place in the inner query, or else in the statement: its first character is 1; 0 if unknown
 */
record ServerError(
        String severity,
        String state,
        String message,
        Optional<String> detail,
        Optional<String> hint,
        String where,
        Optional<String> innerQuery,
        int position) {

    private static final Set<String> LOCK_CONFLICTS = Set.of("55P03", "40P01", "40001");
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25P04");

    static ServerError of(Throwable error) {
        return causes(error)
                .filter(PSQLException.class::isInstance)
                .map(e -> ((PSQLException) e).getServerErrorMessage())
                .filter(message -> message != null)
                .findFirst()
                .map(ServerError::of)
                .orElseGet(() -> new ServerError(
                        "ERROR",
                        stateOf(error),
                        String.valueOf(error.getMessage()),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        0));
    }

    private static ServerError of(ServerErrorMessage said) {
        Optional<String> inner = Optional.ofNullable(said.getInternalQuery());
        return new ServerError(
                text(said.getSeverity()),
                text(said.getSQLState()),
                text(said.getMessage()),
                Optional.ofNullable(said.getDetail()),
                Optional.ofNullable(said.getHint()),
                text(said.getWhere()),
                inner,
                inner.isPresent() ? said.getInternalPosition() : said.getPosition());
    }

    private static String text(String maybe) {
        return Optional.ofNullable(maybe).orElse("");
    }

    /** The most specific state of the error and its causes. */
    private static String stateOf(Throwable error) {
        return causes(error)
                .filter(SQLException.class::isInstance)
                .flatMap(e -> Stream.ofNullable(((SQLException) e).getSQLState()))
                .reduce("", (first, second) -> second);
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, e -> e != null, Throwable::getCause);
    }

    boolean is(String... states) {
        return Set.of(states).contains(state);
    }

    /** Whether somebody else was in the way, so that the same statement may succeed later. */
    boolean isLockConflict() {
        return LOCK_CONFLICTS.contains(state) || state.equals("XX000") && message.contains("tuple concurrently");
    }

    /** Whether the user may not do what it was asked to do ({@code insufficient_privilege}). */
    boolean isForbidden() {
        return state.equals("42501");
    }

    /** Whether the session is gone. */
    boolean isConnectionLoss() {
        return state.startsWith("08") || LOST.contains(state);
    }

    /** Whether two sessions created the same thing at once, which {@code if not exists} does not prevent. */
    boolean isCreationRace() {
        return is("23505", "42P06", "42P07", "42710") || isLockConflict();
    }

    /** The place in that text, if the error is in it and not in something that it called. */
    int positionIn(String sql) {
        return innerQuery.map(inner -> inner.equals(sql)).orElse(true) ? position : 0;
    }

    /** What the server said, a line each: the message, the detail, the hint, and from where the failing code was called. */
    String described() {
        StringBuilder text = new StringBuilder("  ");
        text.append(severity)
                .append(state.isEmpty() ? "" : " " + state)
                .append(": ")
                .append(message)
                .append('\n');
        detail.ifPresent(line -> text.append("  detail: ").append(line).append('\n'));
        hint.ifPresent(line -> text.append("  hint: ").append(line).append('\n'));
        callers()
                .ifPresent(lines -> text.append("  in: ")
                        .append(lines.replace("\n", "\n      "))
                        .append('\n'));
        if (missingRole().isPresent()) {
            text.append("  A revision makes a role that may be missing: changes.createRole(\"")
                    .append(missingRole().get())
                    .append("\").\n");
        } else if (is("42P01", "42883", "42704", "3F000")) {
            text.append(
                    callers().isPresent()
                            ? "  The names in a function need their schema, or the function a search_path: setting(\"search_path\", ...).\n"
                            : "  Names need their schema: migrations run with an empty search_path.\n");
        }
        return text.toString();
    }

    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");

    /** The role that is not there, if the server speaks English. */
    private Optional<String> missingRole() {
        Matcher role = MISSING_ROLE.matcher(message);
        return is("42704") && role.matches() ? Optional.of(role.group(1)) : Optional.empty();
    }

    /** The functions and statements around the failing code, innermost first, without the block and the statement of the migration. */
    private Optional<String> callers() {
        List<String> lines = where.lines().toList();
        boolean inBlock = where.contains(TransactionBlock.OWN_NAME);
        String context = String.join("\n", inBlock ? lines.subList(0, lines.size() - 1) : lines);
        int statement = inBlock ? context.lastIndexOf("SQL statement \"") : -1;
        String above = statement < 0 ? context : context.substring(0, statement).strip();
        return Optional.of(above).filter(text -> !text.isBlank());
    }
}
