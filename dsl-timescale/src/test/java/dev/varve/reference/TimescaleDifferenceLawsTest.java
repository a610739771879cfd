package dev.varve.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Law 3, for every pair of states that the page of TimescaleDB shows: the difference leads from the one to the other. */
@Tag("laws")
class TimescaleDifferenceLawsTest {

    private record Named(String name, Database state) {}

    private static final Database START = Database.empty().plus(new Extension("timescaledb", Optional.empty()));

    private static List<Named> named() {
        Page page = Page.of(TimescalePage.class);
        List<Named> states = new ArrayList<>(List.of(new Named("nothing", Database.empty())));
        page.snippets().forEach(snippet -> {
            Database before = after(page.before(snippet), START);
            states.add(new Named(snippet.getName(), after(page.operations(snippet), before)));
        });
        return states;
    }

    @TestFactory
    Stream<DynamicTest> differences_lead_from_every_state_to_every_other() {
        List<Named> states = named();
        return states.stream()
                .map(from -> DynamicTest.dynamicTest(from.name(), () -> states.forEach(to -> lead(from, to))));
    }

    private static void lead(Named from, Named to) {
        Difference difference = Difference.between(from.state(), to.state());
        assertThat(difference.obstacles())
                .as("%s to %s", from.name(), to.name())
                .isEmpty();
        Database reached = after(difference.operations(), from.state());
        Difference left = Difference.between(reached, to.state());
        assertThat(left.operations())
                .as("%s to %s, still missing after %s", from.name(), to.name(), difference.operations())
                .isEmpty();
        assertThat(left.obstacles()).isEmpty();
    }

    private static Database after(List<Operation> operations, Database before) {
        return Operation.afterAll(operations, before);
    }
}
