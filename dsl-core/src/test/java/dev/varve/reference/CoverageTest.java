package dev.varve.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.plan.Inverse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Holds the statements that the snippets of the reference make, forward and back, against the forms that the commands of PostgreSQL have:
 * each is shown, or left out with a reason.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CoverageTest {

    private static final Path FILE = Path.of("..", "docs", "coverage.md");

    private final List<GrammarForm> forms = lines("grammar.txt", GrammarForm::of);
    private final List<LeftOut> leftOut = lines("left-out.txt", LeftOut::of);
    private final Set<GrammarForm> shown = shown();

    private static <T> List<T> lines(String file, Function<String, T> reader) {
        try (InputStream in = CoverageTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(reader)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> statements() {
        List<String> all = new ArrayList<>();
        for (Page page : ReferencePages.all()) {
            page.snippets().forEach(snippet -> {
                Database before = PageText.state(page.before(snippet));
                List<Operation> operations = page.operations(snippet);
                all.addAll(PageText.statements(operations, before));
                Inverse inverse = Inverse.of(operations, before);
                all.addAll(PageText.statements(inverse.operations(), PageText.state(operations, before)));
            });
        }
        return all.stream()
                .map(statement -> statement.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .distinct()
                .toList();
    }

    private Set<GrammarForm> shown() {
        List<String> statements = statements();
        return forms.stream()
                .filter(form -> statements.stream().anyMatch(form.statements()))
                .collect(toSet());
    }

    private boolean isShown(GrammarForm form) {
        return shown.contains(form);
    }

    private boolean isLeftOut(GrammarForm form) {
        return leftOut.stream().anyMatch(one -> one.isAbout(form));
    }

    @Test
    void every_form_of_postgresql_is_shown_or_left_out_with_a_reason() {
        assertThat(forms).hasSizeGreaterThan(800);
        assertThat(forms.stream().filter(form -> !isShown(form) && !isLeftOut(form)))
                .as("forms that no snippet shows, and left-out.txt does not name")
                .isEmpty();
    }

    @Test
    void what_is_left_out_is_not_shown_and_exists() {
        assertThat(leftOut)
                .allSatisfy(
                        one -> assertThat(forms.stream().filter(one::isAbout).filter(form -> !isShown(form)))
                                .as("%s", one)
                                .isNotEmpty());
    }

    @Test
    void the_page_says_what_is_covered() throws IOException {
        String text = markdown();
        if (System.getProperty("varve.reference.write") != null) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE)
                .as("written by mvn test -pl dsl-core -Dtest=CoverageTest -Dvarve.reference.write")
                .hasContent(text);
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("""
                # Coverage

                The forms and options of PostgreSQL's commands for schemas, 15 to 18, held against the statements that the snippets of the
                [reference](reference) make and take back on real servers. This page is written by a test, which fails when a form is neither
                shown nor left out with a reason. Databases, tablespaces, roles with passwords and settings of the server are no part of a schema.

                | command | forms | shown | left out |
                | --- | --- | --- | --- |
                """);
        Map<String, List<GrammarForm>> byCommand =
                forms.stream().collect(groupingBy(GrammarForm::command, TreeMap::new, toList()));
        byCommand.forEach((command, all) -> {
            long shown = all.stream().filter(this::isShown).count();
            text.append("| %s | %d | %d | %d |%n".formatted(command, all.size(), shown, all.size() - shown));
        });
        text.append("\n## Left out\n\n");
        Map<String, List<GrammarForm>> byReason = new LinkedHashMap<>();
        for (GrammarForm form : forms) {
            if (!isShown(form)) {
                leftOut.stream()
                        .filter(one -> one.isAbout(form))
                        .findFirst()
                        .ifPresent(one -> byReason.computeIfAbsent(one.reason(), reason -> new ArrayList<>())
                                .add(form));
            }
        }
        byReason.forEach((reason, some) -> text.append("- ")
                .append(reason)
                .append(": ")
                .append(some.stream().map(form -> '`' + form.toString() + '`').collect(joining(", ")))
                .append(".\n"));
        return text.toString();
    }
}
