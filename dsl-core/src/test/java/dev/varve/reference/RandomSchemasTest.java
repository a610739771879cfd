package dev.varve.reference;

import dev.varve.diff.Difference;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.Passage;
import dev.varve.testing.RandomSchema;
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
 * Whatever operations have led to a schema and on to another one: all laws hold for the way, of which a failure shows the shortest that was
 * found. What is drawn for the usual run is always the same; in the profile {@code nightly} it is not.
 */
@Tag("laws")
class RandomSchemasTest {

    @Property(tries = 50, seed = "42", edgeCases = EdgeCasesMode.NONE)
    void all_laws_hold(@ForAll("schemas") RandomSchema schema) {
        hold(schema);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    @Tag("nightly")
    void all_laws_hold_for_long(@ForAll("schemas") RandomSchema schema) {
        hold(schema);
    }

    @Provide
    Arbitrary<RandomSchema> schemas() {
        Arbitrary<Integer> move = Arbitraries.integers().between(0, 1 << 20);
        return Combinators.combine(
                        move.list().ofMaxSize(20),
                        move.list().ofMinSize(1).ofMaxSize(8),
                        Arbitraries.of(RandomSchema.servers()))
                .as(RandomSchema::of)
                .filter(schema -> !schema.journey().isEmpty());
    }

    private static void hold(RandomSchema schema) {
        Database empty = Database.empty().on(RandomSchema.environment(schema.major()));
        Database before = DifferenceLaws.after(schema.start(), empty);
        Database after = DifferenceLaws.after(schema.journey(), before);
        DifferenceLaws.lead(before, after);
        DifferenceLaws.lead(after, before);
        DifferenceLaws.lead(empty, after);
        DifferenceLaws.lead(after, empty);
        DifferenceLaws.isWritten(schema.journey(), before);
        List<Operation> difference = Difference.between(before, after).operations();
        DifferenceLaws.isWritten(difference, before);
        OperationLaws.of(new Passage("a passage", schema.journey()))
                .given(schema.start())
                .on(schema.major())
                .hold();
    }
}
