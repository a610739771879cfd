package dev.varve.reference;

import dev.varve.model.Database;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Everything that the reference makes can be said by models. */
@Tag("laws")
class ModelLawsTest {

    @TestFactory
    Stream<DynamicTest> models_of_a_state_say_the_same() {
        Map<Database, String> states = new LinkedHashMap<>();
        ReferencePages.all().forEach(page -> states(page, states));
        return ModelLaws.of(states);
    }

    /** Each state once, under the name of the first snippet that leads there. */
    private static void states(Page page, Map<Database, String> states) {
        for (Method snippet : page.snippets()) {
            Database before = DifferenceLaws.after(page.before(snippet), Database.empty());
            Database after = DifferenceLaws.after(page.operations(snippet), before);
            states.putIfAbsent(after, page.content().title() + ' ' + snippet.getName());
        }
    }
}
