package dev.varve.reference;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Everything that the page of TimescaleDB makes can be said by models. */
@Tag("laws")
class TimescaleModelLawsTest {

    @TestFactory
    Stream<DynamicTest> models_of_a_state_say_the_same() {
        Database start = Database.empty().plus(new Extension("timescaledb", Optional.empty()));
        Page page = Page.of(TimescalePage.class);
        Map<Database, String> states = new LinkedHashMap<>();
        for (Method snippet : page.snippets()) {
            Database before = PageText.state(page.before(snippet), start);
            states.putIfAbsent(PageText.state(page.operations(snippet), before), snippet.getName());
        }
        return ModelLaws.of(states);
    }
}
