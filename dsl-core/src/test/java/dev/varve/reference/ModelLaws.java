package dev.varve.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.SchemaModel;
import dev.varve.model.Database;
import dev.varve.plan.Models;
import dev.varve.source.ModelText;
import dev.varve.source.ModelTexts;
import dev.varve.testing.CompiledSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Models that are written of a state and compiled say the same state. */
final class ModelLaws {

    private record Written(String name, Database state, List<String> classes) {}

    private final CompiledSources compiled = new CompiledSources();

    /** The laws for states, each with a name. */
    static Stream<DynamicTest> of(Map<Database, String> states) {
        return new ModelLaws().tests(states);
    }

    private Stream<DynamicTest> tests(Map<Database, String> states) {
        List<Written> all = new ArrayList<>();
        states.forEach((state, name) -> all.add(written(name, state, "models" + all.size())));
        compiled.compile();
        return all.stream().map(written -> DynamicTest.dynamicTest(written.name(), () -> hold(written)));
    }

    private Written written(String name, Database state, String packageName) {
        List<String> classes = new ArrayList<>();
        for (ModelText text : ModelTexts.of("shop", state, NamingConvention.STANDARD)) {
            classes.add(packageName + '.' + text.className());
            compiled.add(packageName + '.' + text.className(), text.inPackage(packageName));
        }
        return new Written(name, state, classes);
    }

    private void hold(Written written) {
        Difference difference = Difference.between(models(written).state("shop"), written.state());
        assertThat(difference.operations()).as(sources(written)).isEmpty();
        assertThat(difference.obstacles()).as(sources(written)).isEmpty();
    }

    private Models models(Written written) {
        List<Class<? extends SchemaModel>> classes = new ArrayList<>();
        written.classes().forEach(name -> classes.add(compiled.type(name).asSubclass(SchemaModel.class)));
        return new Models(classes, NamingConvention.STANDARD);
    }

    private String sources(Written written) {
        return String.join(
                "\n", written.classes().stream().map(compiled::source).toList());
    }
}
