package dev.varve.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.source.MigrationText;
import dev.varve.testing.CompiledMigrations;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Law 4, for everything that the reference shows: compiling the generated source of operations gives operations that do the same, by the
 * same SQL; and the source of the difference between two states leads from one to the other.
 */
class SourceLawsTest {

    private record Trial(String name, Database before, List<? extends Operation> operations, boolean same) {

        Database after() {
            return fold(operations, before);
        }
    }

    @TestFactory
    Stream<DynamicTest> generated_source_says_the_same() {
        Map<String, Trial> trials = trials();
        CompiledMigrations compiled = new CompiledMigrations();
        List<DynamicTest> unwritten = new ArrayList<>();
        trials.forEach((className, trial) -> {
            try {
                compiled.add(
                        className, MigrationText.of(trial.operations(), trial.before(), NamingConvention.STANDARD));
            } catch (RuntimeException e) {
                unwritten.add(DynamicTest.dynamicTest(trial.name(), () -> {
                    throw e;
                }));
            }
        });
        compiled.compile();
        return Stream.concat(
                unwritten.stream(),
                trials.entrySet().stream()
                        .filter(trial -> compiled.source(trial.getKey()) != null)
                        .map(trial -> DynamicTest.dynamicTest(
                                trial.getValue().name(), () -> hold(trial.getValue(), compiled, trial.getKey()))));
    }

    private static Map<String, Trial> trials() {
        Map<String, Trial> trials = new LinkedHashMap<>();
        for (Page page : ReferencePages.all()) {
            for (Method snippet : page.snippets()) {
                String name = page.content().title() + ' ' + snippet.getName();
                Database before = fold(page.before(snippet), Database.empty());
                List<Operation> operations = page.operations(snippet);
                Database after = fold(operations, before);
                List<Trial> all = List.of(
                        new Trial(name, before, operations, true),
                        new Trial(
                                name + ", from nothing", Database.empty(), difference(Database.empty(), after), false),
                        new Trial(name + ", difference", before, difference(before, after), false),
                        new Trial(name + ", back", after, difference(after, before), false));
                all.forEach(trial -> trials.put("Trial" + trials.size(), trial));
            }
        }
        return trials;
    }

    private static List<Operation> difference(Database from, Database to) {
        return Difference.between(from, to).operations();
    }

    private static void hold(Trial trial, CompiledMigrations compiled, String className) {
        List<Operation> operations = compiled.operations(className);
        Database reached = fold(operations, trial.before());
        assertThat(Difference.between(reached, trial.after()).isEmpty())
                .as(compiled.source(className))
                .isTrue();
        if (trial.same()) {
            assertThat(reached).as(compiled.source(className)).isEqualTo(trial.after());
            assertThat(sql(operations, trial.before()))
                    .as(compiled.source(className))
                    .isEqualTo(sql(trial.operations(), trial.before()));
        }
    }

    private static List<String> sql(List<? extends Operation> operations, Database before) {
        List<String> texts = new ArrayList<>();
        Database state = before;
        for (Operation operation : operations) {
            operation
                    .statements(state)
                    .forEach(statement -> texts.add(statement.sql().text()));
            state = operation.after(state);
        }
        return texts;
    }

    private static Database fold(List<? extends Operation> operations, Database before) {
        return Operation.afterAll(operations, before);
    }
}
