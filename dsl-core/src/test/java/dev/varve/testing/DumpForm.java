package dev.varve.testing;

import dev.varve.operation.Operation;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a dump has to come back with the way back of an operation: all of it, but where many operations went before.
 *
 * @param operation what is taken back
 * @param ordered whether all columns come back to their places
 */
record DumpForm(Operation operation, boolean ordered) {

    /** What goes for all tables and indexes that come next, each of which says its tablespace itself. */
    private static final Pattern SWITCH = Pattern.compile("(?m)^SET default_tablespace = .*\\n\\n?");

    private static final Pattern TABLESPACE = Pattern.compile("(?m); Tablespace: .*$");
    private static final Pattern GRANTS = Pattern.compile("(?:GRANT .*;\\n)+");
    private static final Pattern HIDDEN = Pattern.compile("ALTER INDEX .* ATTACH PARTITION .*?([^.\\n]+);");
    private static final Pattern STATISTICS = Pattern.compile("(CREATE STATISTICS .* ON )(\\w+(?:, \\w+)*)(?= FROM)");
    private static final Pattern PUBLISHED = Pattern.compile("(ADD TABLE ONLY .*? \\()([^()]*)(?=\\))");

    /** The dump in this form, in which columns that are published are in the order of their names: pg_dump leaves it to the planner. */
    String of(String written) {
        String dump = listed(PUBLISHED, written);
        boolean isOne = !(operation instanceof Passage) && !(operation instanceof Journey);
        if (isOne) {
            return ordered && !isOrderedByOids(dump) ? dump : sorted(dump);
        }
        String placed = withGrants(SWITCH.matcher(dump).replaceAll(""));
        if (operation instanceof Journey) {
            return sorted(hidden(TABLESPACE.matcher(placed).replaceAll("")));
        }
        return ordered && !isOrderedByOids(dump) ? placed : sorted(placed);
    }

    /** What TimescaleDB keeps for itself leans on relations of users, which pg_dump therefore writes in the order of their oids. */
    private static boolean isOrderedByOids(String dump) {
        return dump.contains("CREATE EXTENSION IF NOT EXISTS timescaledb");
    }

    /** A role that lost all that it held, or the object, comes last among those that hold something. */
    private static String withGrants(String dump) {
        return GRANTS.matcher(dump)
                .replaceAll(match -> Matcher.quoteReplacement(StateLines.sorted(match.group()) + '\n'));
    }

    /** Nobody names the indexes of partitions that are parts of others, so that those that are made again may be called otherwise. */
    private static String hidden(String dump) {
        String named = dump;
        for (MatchResult match : HIDDEN.matcher(dump).results().toList()) {
            String name =
                    Pattern.quote(match.group(1).replace("\"", "")); // the comment above it says it without quotes
            named = named.replaceAll("(?<![\\w\"])\"?" + name + "\"?(?![\\w\"])", "part");
        }
        return named;
    }

    /** Statistics are of columns in the order that these have in the table. */
    private static String sorted(String dump) {
        return StateLines.sorted(listed(STATISTICS, dump));
    }

    /** The dump with the lists after what a pattern finds in the order of their names. */
    private static String listed(Pattern pattern, String dump) {
        return pattern.matcher(dump)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1)
                        + Stream.of(match.group(2).split(", ")).sorted().collect(Collectors.joining(", "))));
    }
}
