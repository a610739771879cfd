package dev.varve.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import net.jqwik.api.statistics.StatisticsReport;

/** What is said of two texts without a server is what a server says of them. */
class NormalFormPrintTest {

    private static final List<String> WORDS = List.of(
            "(",
            ")",
            "",
            "and",
            "or",
            "not",
            "a",
            "b",
            "-",
            "1",
            "2",
            "<",
            ">=",
            "!=",
            "'x'",
            "'y'",
            "::int",
            "::text",
            "::bigint",
            "t",
            "u",
            "is null",
            "+",
            "/* x */",
            "--\n",
            "$$x$$",
            "=",
            "true",
            "false",
            "f");

    private static final List<List<String>> KINDS = List.of(
            List.of("<", ">", "=", "<=", ">=", "<>"),
            List.of("and", "or"),
            List.of("+", "-", "*"),
            List.of("a", "b", "0", "1", "7", "2", "length(t)"),
            List.of("t", "u", "'x'", "'yes'", "'no'", "'it''s'"),
            List.of("f", "true", "false"));

    private static TestDatabase database;
    private static Connection connection;

    @BeforeContainer
    static void createTable() throws SQLException {
        database = TestServers.postgres().create();
        connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table n (a integer, b bigint, t text, u varchar(20), f boolean, d date)");
        }
    }

    @AfterContainer
    static void dropDatabase() throws SQLException {
        connection.close();
        database.close();
    }

    /** Two spellings of the same expression, of which one may have been changed somewhere. */
    record Spellings(String one, String other) {}

    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Property(tries = 400, seed = "42", edgeCases = EdgeCasesMode.NONE)
    void the_server_agrees(@ForAll("spellings") Spellings spellings) {
        agree(spellings);
    }

    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    @Tag("nightly")
    void the_server_agrees_for_long(@ForAll("spellings") Spellings spellings) {
        agree(spellings);
    }

    private static void agree(Spellings spellings) {
        Likeness likeness = new Expression(spellings.one()).likeness(new Expression(spellings.other()));
        Optional<String> one = printed(spellings.one());
        Optional<String> other = printed(spellings.other());
        boolean areValid = one.isPresent() && other.isPresent();
        Statistics.collect(areValid ? likeness : "no SQL");
        Statistics.coverage(NormalFormPrintTest::isEnough);
        if (areValid && likeness != Likeness.UNKNOWN) {
            assertThat(one.equals(other)).as("%s is %s", spellings, likeness).isEqualTo(likeness == Likeness.EQUAL);
        }
    }

    /** Expressions that are no SQL, or of which nothing is certain, prove nothing. */
    private static void isEnough(StatisticsCoverage coverage) {
        coverage.check(Likeness.EQUAL).percentage(share -> share > 20);
        coverage.check(Likeness.DIFFERENT).percentage(share -> share > 1);
    }

    private static String view(Statement statement, String query) throws SQLException {
        statement.execute("create temporary view printed as " + query);
        try (ResultSet result = statement.executeQuery("select pg_get_viewdef('printed'::regclass)")) {
            result.next();
            return result.getString(1);
        } finally {
            statement.execute("drop view printed");
        }
    }

    /** What the server makes of it, and of what it prints of that; nothing if it is no expression of these columns. */
    private static Optional<String> printed(String expression) {
        try (Statement statement = connection.createStatement()) {
            return Optional.of(view(statement, view(statement, "select " + expression + "\n as x from n")));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<Spellings> spellings() {
        Arbitrary<List<String>> lexemes = truths(3);
        Arbitrary<Integer> changes = Arbitraries.of(0, 0, 1, 1, 2);
        return Combinators.combine(lexemes, Arbitraries.longs(), changes, Arbitraries.of(WORDS), Arbitraries.of(WORDS))
                .as((all, seed, count, word, second) -> {
                    Random random = new Random(seed);
                    List<String> changed = new ArrayList<>(all);
                    for (String each : List.of(word, second).subList(0, count)) {
                        change(changed, each, random);
                    }
                    return new Spellings(spelled(all, random), spelled(changed, random));
                })
                .filter(spellings -> !spellings.other().isEmpty());
    }

    /** Mostly a word becomes one of its kind, so that both are SQL. */
    private static void change(List<String> lexemes, String word, Random random) {
        int place = random.nextInt(lexemes.size());
        Optional<List<String>> kind = KINDS.stream()
                .filter(words -> words.contains(lexemes.get(place)))
                .findFirst();
        if (kind.isPresent() && random.nextInt(4) > 0) {
            lexemes.set(place, kind.get().get(random.nextInt(kind.get().size())));
        } else if (random.nextBoolean()) {
            lexemes.set(place, word);
        } else {
            lexemes.add(place, word);
        }
    }

    private static Arbitrary<List<String>> truths(int depth) {
        Arbitrary<List<String>> simple = Arbitraries.oneOf(
                Arbitraries.of("f", "true", "f is not null").map(List::of),
                joined(numbers(1), Arbitraries.of("<", ">", "=", "<=", ">=", "<>"), numbers(1)),
                joined(texts(1), Arbitraries.of("=", "<>", "like", "~"), texts(1)),
                joined(
                        numbers(0),
                        Arbitraries.of("in (1, b)", "in (a, 1, b)", "between 1 and b", "= any (array[1, 2])"),
                        empty()));
        if (depth == 0) {
            return simple;
        }
        Arbitrary<List<String>> inner = truths(depth - 1);
        return Arbitraries.oneOf(
                simple,
                joined(bracketed(inner), Arbitraries.of("and", "or"), bracketed(inner)),
                joined(empty(), Arbitraries.of("not"), bracketed(inner)));
    }

    private static Arbitrary<List<String>> numbers(int depth) {
        Arbitrary<List<String>> simple = Arbitraries.of("a", "b", "0", "1", "7", "0.5", "0.25", "length(t)")
                .map(List::of);
        if (depth == 0) {
            return simple;
        }
        Arbitrary<List<String>> inner = numbers(depth - 1);
        return Arbitraries.oneOf(
                simple,
                joined(inner, Arbitraries.of("+", "-", "*"), inner),
                joined(empty(), Arbitraries.of("-"), inner),
                cast(inner, Arbitraries.of("integer", "bigint", "double precision", "numeric")));
    }

    private static Arbitrary<List<String>> texts(int depth) {
        Arbitrary<List<String>> simple =
                Arbitraries.of("t", "u", "'x'", "'yes'", "'it''s'").map(List::of);
        if (depth == 0) {
            return simple;
        }
        Arbitrary<List<String>> inner = texts(depth - 1);
        return Arbitraries.oneOf(
                simple,
                bracketed(joined(inner, Arbitraries.of("||"), inner)),
                cast(inner, Arbitraries.of("text", "character varying")));
    }

    private static Arbitrary<List<String>> empty() {
        return Arbitraries.just(List.of());
    }

    private static Arbitrary<List<String>> joined(
            Arbitrary<List<String>> left, Arbitrary<String> word, Arbitrary<List<String>> right) {
        return Combinators.combine(left, word, right).as((one, between, other) -> {
            List<String> all = new ArrayList<>(one);
            all.add(between);
            all.addAll(other);
            return all;
        });
    }

    private static Arbitrary<List<String>> bracketed(Arbitrary<List<String>> inner) {
        return inner.map(lexemes -> {
            List<String> all = new ArrayList<>(lexemes);
            all.add(0, "(");
            all.add(")");
            return all;
        });
    }

    /** One lexeme, whose spelling is chosen later. */
    private static Arbitrary<List<String>> cast(Arbitrary<List<String>> inner, Arbitrary<String> type) {
        return Combinators.combine(inner, type)
                .as((lexemes, name) -> List.of("cast(" + String.join(" ", lexemes) + " as " + name + ")"));
    }

    private static String spelled(List<String> lexemes, Random random) {
        StringBuilder text = new StringBuilder();
        for (String lexeme : lexemes) {
            text.append(spelled(lexeme, random)).append(random.nextInt(4) == 0 ? "  /* a */\n" : " ");
        }
        String all = text.toString().strip();
        return random.nextInt(3) == 0 ? '(' + all + ')' : all;
    }

    private static String spelled(String lexeme, Random random) {
        int way = random.nextInt(5);
        if (lexeme.startsWith("cast(") && way < 3) {
            int as = lexeme.lastIndexOf(" as ");
            return '(' + lexeme.substring(5, as) + ")::" + lexeme.substring(as + 4, lexeme.length() - 1);
        }
        if (lexeme.equals("<>") && way < 2) {
            return "!=";
        }
        if (lexeme.matches("[a-z]") && way < 3) {
            return List.of("\"" + lexeme + '"', lexeme.toUpperCase(Locale.ROOT), "((" + lexeme + "))")
                    .get(way);
        }
        return lexeme.matches("\\w+|'\\w+'") && !lexeme.matches("and|or|not|like|in") && way == 3
                ? '(' + lexeme + ')'
                : lexeme;
    }
}
