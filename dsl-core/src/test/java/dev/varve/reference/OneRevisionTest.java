package dev.varve.reference;

import dev.varve.operation.Operation;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.Passage;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page tells one after the other is also taken back if it happened within one revision, where types and their functions need each other. */
class OneRevisionTest {

    private static final Page PAGE = Page.of(BaseTypes.class);

    static List<Method> snippets() {
        return PAGE.snippets();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void it_is_taken_back(Method snippet) {
        List<Operation> operations = Stream.concat(PAGE.before(snippet).stream(), PAGE.operations(snippet).stream())
                .toList();
        OperationLaws.of(new Passage("one revision", operations)).hold();
    }
}
