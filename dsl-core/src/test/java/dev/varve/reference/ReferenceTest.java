package dev.varve.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.operation.Operation;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestServers;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tries what the reference shows, and holds its pages in {@code docs/reference} against it. With {@code -Dvarve.reference.write} the pages
 * are written anew; with {@code -Dvarve.reference.page=Domains} only one is looked at.
 */
@Tag("laws")
@Execution(ExecutionMode.CONCURRENT)
class ReferenceTest {

    private static final Path FOLDER = Path.of("..", "docs", "reference");

    private static List<Page> pages() {
        String wanted = System.getProperty("varve.reference.page", ".*");
        return ReferencePages.all().stream()
                .filter(page -> page.content().getClass().getSimpleName().matches(wanted))
                .toList();
    }

    /** On the oldest server; the newest one is asked under hostile names, which say more, unless a snippet has none. */
    @TestFactory
    Stream<DynamicContainer> every_snippet_keeps_the_laws() {
        return laws(
                snippet -> true,
                snippet -> isRenamable(snippet) && since(snippet) < 16
                        ? laws -> laws.before(16)
                        : laws -> laws.since(since(snippet)));
    }

    @TestFactory
    @Tag("nightly")
    Stream<DynamicContainer> every_snippet_keeps_the_laws_on_the_newest_server() {
        return laws(snippet -> isRenamable(snippet) && since(snippet) < 16, snippet -> laws -> laws.since(newest()));
    }

    private static Stream<DynamicContainer> laws(
            Predicate<Method> wanted, Function<Method, UnaryOperator<OperationLaws>> servers) {
        return pages().stream()
                .map(page -> DynamicContainer.dynamicContainer(
                        page.content().title(),
                        page.snippets().stream()
                                .filter(wanted)
                                .map(snippet -> DynamicTest.dynamicTest(
                                        snippet.getName(),
                                        () -> hold(
                                                page.before(snippet),
                                                page.operations(snippet),
                                                snippet,
                                                servers.apply(snippet))))));
    }

    @TestFactory
    Stream<DynamicContainer> every_snippet_keeps_the_laws_under_hostile_names() {
        return hostileLaws(laws -> laws.since(newest()), snippet -> since(snippet) <= newest());
    }

    /** The newest server is asked in every run, and the oldest at night. */
    @TestFactory
    @Tag("nightly")
    Stream<DynamicContainer> every_snippet_keeps_the_laws_under_hostile_names_on_the_oldest_server() {
        return hostileLaws(laws -> laws.before(16), snippet -> since(snippet) < 16);
    }

    private static Stream<DynamicContainer> hostileLaws(
            UnaryOperator<OperationLaws> servers, Predicate<Method> wanted) {
        return pages().stream()
                .map(page -> DynamicContainer.dynamicContainer(
                        page.content().title(),
                        page.snippets().stream()
                                .filter(ReferenceTest::isRenamable)
                                .filter(wanted)
                                .map(snippet -> hostileLaws(page, snippet, servers))));
    }

    private static DynamicTest hostileLaws(Page page, Method snippet, UnaryOperator<OperationLaws> servers) {
        return DynamicTest.dynamicTest(snippet.getName(), () -> {
            List<Operation> before = page.before(snippet);
            List<Operation> operations = page.operations(snippet);
            OtherNames names = OtherNames.hostile(before, operations);
            hold(names.in(before), names.in(operations), snippet, servers);
        });
    }

    private static boolean isRenamable(Method snippet) {
        return snippet.getAnnotation(Snippet.class).renamable();
    }

    private static int newest() {
        return TestServers.embedded().major();
    }

    private static int since(Method snippet) {
        return snippet.getAnnotation(Snippet.class).since();
    }

    private static void hold(
            List<Operation> before, List<Operation> operations, Method snippet, UnaryOperator<OperationLaws> servers) {
        String needs = snippet.getAnnotation(Snippet.class).needs();
        assertThat(operations).as("what the snippet records").isNotEmpty();
        List<Operation> done = new ArrayList<>(before);
        for (Operation operation : operations) {
            OperationLaws laws = servers.apply(OperationLaws.of(operation).given(done.toArray(Operation[]::new)));
            (needs.isEmpty() ? laws : laws.needing(needs)).hold();
            done.add(operation);
        }
    }

    @Test
    void the_pages_say_what_the_snippets_do() throws IOException {
        for (Page page : pages()) {
            Path file = FOLDER.resolve(page.fileName() + ".md");
            String text = new PageText(page).markdown();
            if (System.getProperty("varve.reference.write") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as("written by mvn test -pl dsl-core -Dtest=ReferenceTest -Dvarve.reference.write")
                    .exists()
                    .hasContent(text);
        }
    }
}
