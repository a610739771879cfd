package dev.varve.reference;

import dev.varve.diff.Difference;
import dev.varve.model.Database;
import dev.varve.operation.CreateRole;
import dev.varve.operation.Operation;
import dev.varve.testing.Journey;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.RandomSchema;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/**
 * From a state that the reference shows to another one of the same page, drawn page by page: the difference leads there on a real server, and
 * the difference the other way round leads back. What is drawn for the usual run is always the same; in the profile {@code nightly} it is not.
 */
@Tag("laws")
class JourneysTest {

    private static final List<Page> PAGES = ReferencePages.all().stream()
            .filter(page -> possible(page).size() > 1)
            .toList();

    /** A way between two states, on a server of a version. */
    record Places(Page page, Method from, Method to, int major) {

        @Override
        public String toString() {
            return page.content().title() + ": " + from.getName() + " to " + to.getName() + ", on PostgreSQL " + major;
        }
    }

    @Property(tries = 50, seed = "42", edgeCases = EdgeCasesMode.NONE)
    void differences_lead_from_state_to_state(@ForAll("places") Places places) {
        hold(places);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    @Tag("nightly")
    void differences_lead_from_state_to_state_for_long(@ForAll("places") Places places) {
        hold(places);
    }

    @Provide
    Arbitrary<Places> places() {
        return Arbitraries.of(PAGES)
                .flatMap(page -> Combinators.combine(
                                Arbitraries.of(possible(page)),
                                Arbitraries.of(possible(page)),
                                Arbitraries.of(RandomSchema.servers()))
                        .as((from, to, major) -> new Places(page, from, to, major)))
                .filter(places -> !places.from().equals(places.to())
                        && since(places.from()) <= places.major()
                        && since(places.to()) <= places.major());
    }

    private static List<Method> possible(Page page) {
        return page.snippets().stream()
                .filter(snippet -> snippet.getAnnotation(Snippet.class).needs().isEmpty() && since(snippet) <= 18)
                .toList();
    }

    private static int since(Method snippet) {
        return snippet.getAnnotation(Snippet.class).since();
    }

    private static void hold(Places places) {
        List<Operation> there = way(places.page(), places.from());
        Database from = state(there, places);
        Difference difference = Difference.between(from, state(way(places.page(), places.to()), places));
        Difference back = Difference.between(DifferenceLaws.after(difference.operations(), from), from);
        if (!difference.obstacles().isEmpty() || !back.obstacles().isEmpty()) {
            return; // what only a rename leads to, or what only a new heir can have of its parents
        }
        DifferenceLaws.isWritten(difference.operations(), from);
        OperationLaws.of(new Journey(places.toString(), difference.operations()))
                .given(roles(places))
                .given(there)
                .on(places.major())
                .hold();
    }

    /** Roles are of no database, so that no difference makes them. */
    private static List<Operation> roles(Places places) {
        return way(places.page(), places.to()).stream()
                .filter(CreateRole.class::isInstance)
                .toList();
    }

    private static List<Operation> way(Page page, Method snippet) {
        List<Operation> operations = new ArrayList<>(page.before(snippet));
        operations.addAll(page.operations(snippet));
        return operations;
    }

    private static Database state(List<Operation> operations, Places places) {
        return DifferenceLaws.after(operations, Database.empty().on(RandomSchema.environment(places.major())));
    }
}
