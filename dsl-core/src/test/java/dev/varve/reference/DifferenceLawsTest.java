package dev.varve.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.model.Database;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Law 3, for every state that the reference shows: folding the difference of two states over one of them gives the other. */
class DifferenceLawsTest {

    /** What is in use under another name: only a rename leads there, which nobody can guess. */
    private static final Set<String> RENAMES =
            Set.of("Range types rename", "Partitions alter", "Base types rename", "Base types move");

    /** What an heir has by itself once stays its own. */
    private static final Set<String> KEPT = Set.of("Inheritance own", "Inheritance keep");

    @TestFactory
    Stream<DynamicContainer> differences_lead_from_one_state_to_another() {
        return ReferencePages.all().stream()
                .map(page -> DynamicContainer.dynamicContainer(
                        page.content().title(), page.snippets().stream().map(snippet -> laws(page, snippet))));
    }

    private static DynamicTest laws(Page page, Method snippet) {
        return DynamicTest.dynamicTest(snippet.getName(), () -> {
            Database before = DifferenceLaws.after(page.before(snippet), Database.empty());
            Database after = DifferenceLaws.after(page.operations(snippet), before);
            String name = page.content().title() + ' ' + snippet.getName();
            if (RENAMES.contains(name)) {
                assertThat(List.of(Difference.between(before, after), Difference.between(after, before)))
                        .anyMatch(difference -> !difference.obstacles().isEmpty());
            } else {
                DifferenceLaws.lead(before, after);
            }
            if (KEPT.contains(name)) {
                assertThat(Difference.between(after, before).obstacles()).isNotEmpty();
            } else if (!RENAMES.contains(name)) {
                DifferenceLaws.lead(after, before);
            }
            DifferenceLaws.lead(Database.empty(), after);
            DifferenceLaws.lead(after, Database.empty());
            assertThat(Difference.between(after, after).isEmpty()).isTrue();
        });
    }
}
