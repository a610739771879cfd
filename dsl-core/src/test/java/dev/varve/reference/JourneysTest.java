package dev.varve.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.model.Database;
import dev.varve.model.Inheritance;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.operation.SetExpression;
import dev.varve.operation.SetPrivileges;
import dev.varve.testing.Journey;
import dev.varve.testing.OperationLaws;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * From a state that the reference shows to another one of the same page, chosen by chance but always the same: the difference leads there on real
 * servers, the difference the other way round leads back, and the generated source is proved by {@link SourceLawsTest}. With {@code
 * -Dvarve.journeys=1000} there are more, and with {@code -Dvarve.reference.page=Domains} those of one page.
 */
@Tag("laws")
@Execution(ExecutionMode.CONCURRENT)
class JourneysTest {

    private static final int JOURNEYS = Integer.getInteger("varve.journeys", 60);

    private record Places(Page page, Method from, Method to) {

        String words() {
            return page.content().title() + ": " + from.getName() + " to " + to.getName();
        }
    }

    @TestFactory
    Stream<DynamicTest> differences_lead_from_state_to_state_on_servers() {
        List<Places> all = new ArrayList<>();
        String wanted = System.getProperty("varve.reference.page", ".*");
        for (Page page : ReferencePages.all()) {
            if (!page.content().getClass().getSimpleName().matches(wanted)) {
                continue;
            }
            for (Method from : page.snippets()) {
                page.snippets().stream()
                        .filter(to -> !to.equals(from) && isPossible(from) && isPossible(to))
                        .forEach(to -> all.add(new Places(page, from, to)));
            }
        }
        Collections.shuffle(all, new Random(42));
        return all.stream()
                .filter(places -> !isTaken(places))
                .limit(JOURNEYS)
                .map(places -> DynamicTest.dynamicTest(places.words(), () -> hold(places)));
    }

    private static boolean isPossible(Method snippet) {
        Snippet traits = snippet.getAnnotation(Snippet.class);
        return traits.needs().isEmpty() && traits.since() <= 18;
    }

    private static void hold(Places places) {
        List<Operation> there = way(places.page(), places.from());
        Database from = fold(there);
        Difference difference = Difference.between(from, fold(way(places.page(), places.to())));
        if (!difference.obstacles().isEmpty()) {
            assertThat(difference.obstacles())
                    .allMatch(obstacle -> !obstacle.toString().isBlank());
            return; // what only a rename leads to
        }
        OperationLaws.of(new Journey(places.words(), difference.operations()))
                .given(there.toArray(Operation[]::new))
                .since(Math.max(since(places), since(difference)))
                .hold();
    }

    /**
     * A difference between states without a server is for the newest one, on which a computed column can compute something else, and all
     * privileges are more than before.
     */
    private static int since(Difference difference) {
        boolean isNew = difference.operations().stream()
                .anyMatch(operation -> operation instanceof SetExpression || operation instanceof SetPrivileges);
        return isNew ? 17 : 0;
    }

    /** What a table that inherited has kept as its own stays its own when it inherits again, which differences do not tell apart. */
    private static boolean isTaken(Places places) {
        Database to = fold(way(places.page(), places.to()));
        return fold(way(places.page(), places.from()))
                .objects(Table.class)
                .filter(table -> !Inheritance.of(table).givenColumns().isEmpty())
                .anyMatch(table -> to.find(table.id())
                        .filter(now -> Inheritance.of(now).parents().isEmpty())
                        .isPresent());
    }

    private static int since(Places places) {
        return Math.max(
                places.from().getAnnotation(Snippet.class).since(),
                places.to().getAnnotation(Snippet.class).since());
    }

    private static List<Operation> way(Page page, Method snippet) {
        List<Operation> operations = new ArrayList<>(page.before(snippet));
        operations.addAll(page.operations(snippet));
        return operations;
    }

    private static Database fold(List<Operation> operations) {
        Database state = Database.empty();
        for (Operation operation : operations) {
            state = operation.after(state);
        }
        return state;
    }
}
