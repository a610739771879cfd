package dev.varve.reference;

import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.RefusedException;
import dev.varve.operation.Operation;
import dev.varve.plan.Inverse;
import dev.varve.sql.LockMode;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.TimescaleEdition;
import dev.varve.timescale.model.TimescaleVersion;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A page of the reference as a table: what each operation sends, how it is taken back, and what that takes. */
record TimescaleTable(Page page) {

    private static final int OLDEST = 11;
    private static final int NEWEST = 29;

    private static Environment server(int minor) {
        return Environment.NEWEST.with(
                TimescaleEdition.class,
                new TimescaleEdition(
                        TimescaleEdition.License.COMMUNITY,
                        new TimescaleVersion(2, minor),
                        "public",
                        TimescaleEdition.Readiness.INSTALLED));
    }

    String markdown() {
        StringBuilder text = new StringBuilder("""
                # TimescaleDB

                What can be done to hypertables, their columnstore, jobs and continuous aggregates, and how it is taken back. This page is
                written by a test: the laws of every line were tried on TimescaleDB 2.27 (Community), forward, back and forward again, with
                catalogs and `pg_dump -s` compared, and on 2.11, 2.14, 2.16, 2.18, 2.20, 2.22, 2.25 and 2.28 where they have what it says. The
                versions are those for which the library writes SQL, 2.11 to 2.29; what an older one lacks is refused before anything runs.
                SQL is shown as it is on 2.27. The tests run on another installed version with `-Dvarve.timescale.version=2.18.2`.

                | what | forward | back | transaction | strongest lock | the way back | from |
                | --- | --- | --- | --- | --- | --- | --- |
                """);
        page.snippets().forEach(snippet -> text.append(row(snippet)));
        text.append("\n## The words\n");
        page.snippets()
                .forEach(snippet -> text.append("\n### ")
                        .append(snippet.getAnnotation(Snippet.class).value())
                        .append("\n\n```java\n")
                        .append(page.source().body(snippet.getName()))
                        .append("\n```\n"));
        return text.toString();
    }

    private Database before(Method snippet, int minor) {
        Database start = Database.empty()
                .on(server(minor))
                .plus(new dev.varve.model.Extension("timescaledb", java.util.Optional.empty()));
        return PageText.state(page.before(snippet), start);
    }

    private String row(Method snippet) {
        Database before = before(snippet, TimescaleVersion.NEWEST.minor());
        List<Operation> operations = page.operations(snippet);
        Inverse inverse = Inverse.of(operations, before);
        List<Statement> forward = statements(operations, before);
        List<Statement> back = statements(inverse.operations(), PageText.state(operations, before));
        return "| "
                + String.join(
                        " | ",
                        snippet.getAnnotation(Snippet.class).value(),
                        sql(forward),
                        back.isEmpty() ? "nothing" : sql(back),
                        transaction(forward),
                        lock(forward),
                        degree(inverse) + (copies(back) ? ", by a copy of every row" : ""),
                        since(snippet))
                + " |\n";
    }

    private static List<Statement> statements(List<Operation> operations, Database before) {
        List<Statement> statements = new ArrayList<>();
        Database state = before;
        for (Operation operation : operations) {
            statements.addAll(operation.statements(state));
            state = operation.after(state);
        }
        return statements;
    }

    private static String sql(List<Statement> statements) {
        return statements.stream()
                .map(statement -> '`' + oneLine(statement) + '`')
                .collect(Collectors.joining("<br>"));
    }

    private static String oneLine(Statement statement) {
        String line = statement.sql().text().replaceAll("\\s+", " ").replace("|", "\\|");
        return line.length() <= 160 ? line : line.substring(0, 157) + "...";
    }

    private static String transaction(List<Statement> statements) {
        if (statements.stream().anyMatch(statement -> statement.session().isPresent())) {
            return "alone, first of a session";
        }
        long alone = statements.stream().filter(s -> !s.transactional()).count();
        if (alone == 0) {
            return "in one";
        }
        return alone == statements.size() ? "each alone" : "in one, then " + alone + " alone";
    }

    private static String lock(List<Statement> statements) {
        return statements.stream()
                .map(Statement::lock)
                .max(Comparator.comparing(LockMode::ordinal))
                .filter(lock -> lock != LockMode.NONE)
                .map(lock -> lock.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .orElse("none");
    }

    private static boolean copies(List<Statement> statements) {
        return statements.stream().anyMatch(s -> s.sql().text().startsWith("insert into"));
    }

    private static String degree(Inverse inverse) {
        if (!inverse.isPossible()) {
            return "none: " + String.join(" ", inverse.obstacles());
        }
        return inverse.lost().isEmpty() ? "exact" : "loses " + String.join("; ", inverse.lost());
    }

    /** The first version on which nothing is refused. */
    private String since(Method snippet) {
        return IntStream.rangeClosed(OLDEST, NEWEST)
                .filter(minor -> isTaken(snippet, minor))
                .mapToObj(minor -> "2." + minor)
                .findFirst()
                .orElse("never");
    }

    private boolean isTaken(Method snippet, int minor) {
        try {
            Database before = before(snippet, minor);
            statements(page.operations(snippet), before);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }
}
