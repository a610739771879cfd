package dev.varve.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.operation.Operation;
import dev.varve.testing.Journey;
import dev.varve.testing.OperationLaws;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * From a state that the page of TimescaleDB shows to another one, chosen by chance but always the same: the difference leads there on a
 * real server, and its way back leads back. With {@code -Dvarve.journeys=1000} there are more.
 */
@Tag("laws")
@Execution(ExecutionMode.CONCURRENT)
class TimescaleJourneysTest {

    private static final int JOURNEYS = Integer.getInteger("varve.journeys", 20);

    /** What does not change the state, or is about the extension. */
    private static final Set<String> STILL = Set.of("refreshNow", "update");

    private record Places(Page page, Method from, Method to) {}

    @TestFactory
    Stream<DynamicTest> differences_lead_from_state_to_state_on_timescale() {
        Page page = Page.of(TimescalePage.class);
        List<Places> all = new ArrayList<>();
        for (Method from : page.snippets()) {
            page.snippets().stream()
                    .filter(to -> !to.equals(from) && !STILL.contains(from.getName()) && !STILL.contains(to.getName()))
                    .forEach(to -> all.add(new Places(page, from, to)));
        }
        Collections.shuffle(all, new Random(42));
        return all.stream()
                .limit(JOURNEYS)
                .map(places -> DynamicTest.dynamicTest(
                        places.from().getName() + " to " + places.to().getName(), () -> hold(places)));
    }

    private static void hold(Places places) {
        List<Operation> there = way(places.page(), places.from());
        Difference difference = Difference.between(state(there), state(way(places.page(), places.to())));
        assertThat(difference.obstacles()).isEmpty();
        OperationLaws.of(new Journey(places.toString(), difference.operations()))
                .onTimescale()
                .given(there.toArray(Operation[]::new))
                .hold();
    }

    private static Database state(List<Operation> operations) {
        return PageText.state(operations, Database.empty().plus(new Extension("timescaledb", Optional.empty())));
    }

    private static List<Operation> way(Page page, Method snippet) {
        List<Operation> operations = new ArrayList<>(page.before(snippet));
        operations.addAll(page.operations(snippet));
        return operations;
    }
}
