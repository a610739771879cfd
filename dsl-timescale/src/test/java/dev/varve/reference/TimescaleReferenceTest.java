package dev.varve.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.operation.Operation;
import dev.varve.testing.OperationLaws;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tries what {@code docs/timescale.md} shows, and holds the page against it; with {@code -Dvarve.reference.write} it is written anew. */
@Tag("laws")
@Execution(ExecutionMode.CONCURRENT)
class TimescaleReferenceTest {

    private static final Path FILE = Path.of("..", "docs", "timescale.md");

    private final Page page = Page.of(TimescalePage.class);

    @TestFactory
    Stream<DynamicTest> every_line_keeps_the_laws() {
        return page.snippets().stream().map(snippet -> DynamicTest.dynamicTest(snippet.getName(), () -> hold(snippet)));
    }

    private void hold(Method snippet) {
        List<Operation> done = new ArrayList<>(page.before(snippet));
        for (Operation operation : page.operations(snippet)) {
            OperationLaws.of(operation)
                    .onTimescale()
                    .given(done.toArray(Operation[]::new))
                    .hold();
            done.add(operation);
        }
    }

    @Test
    void the_page_says_what_the_lines_do() throws IOException {
        String text = new TimescaleTable(page).markdown();
        if (System.getProperty("varve.reference.write") != null) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE)
                .as("written by mvn test -pl dsl-timescale -Dtest=TimescaleReferenceTest -Dvarve.reference.write")
                .exists()
                .hasContent(text);
    }
}
