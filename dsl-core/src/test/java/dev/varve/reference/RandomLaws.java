package dev.varve.reference;

import dev.varve.diff.Difference;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.testing.Journey;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.Passage;
import dev.varve.testing.RandomSchema;
import dev.varve.testing.Unforeseen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All laws of operations that were drawn: what was declared is what a server holds, the way back restores it and what {@code pg_dump} says,
 * differences lead from schema to schema there and back, also on a server, and so does what is written and compiled of all that.
 *
 * @param servers which servers are asked
 */
record RandomLaws(RandomSchema schema, UnaryOperator<OperationLaws> servers) {

    void hold() {
        Database before = DifferenceLaws.after(schema.start(), schema.origin());
        Database after = DifferenceLaws.after(schema.journey(), before);
        Database elsewhere = DifferenceLaws.after(schema.elsewhere(), schema.origin());
        Map<List<Operation>, Database> written = new LinkedHashMap<>(Map.of(schema.journey(), before));
        difference(before, after).ifPresent(operations -> written.put(operations, before));
        written.put(difference(schema.origin(), after).orElseThrow(), schema.origin());
        Optional<List<Operation>> there = difference(after, elsewhere);
        there.ifPresent(operations -> written.put(operations, after));
        DifferenceLaws.areWritten(written);
        hold(new Passage("a passage", schema.journey()), schema.start());
        there.filter(operations -> !Unforeseen.isMet(operations, after))
                .ifPresent(operations -> hold(new Journey("a journey", operations), schema.beforeElsewhere()));
    }

    /** What leads there, if there is also a way back: what is in use under another name is known by a rename alone, which nobody guesses. */
    private static Optional<List<Operation>> difference(Database from, Database to) {
        Difference there = Difference.between(from, to);
        Difference back = Difference.between(to, from);
        if (!there.obstacles().isEmpty() || !back.obstacles().isEmpty()) {
            return Optional.empty();
        }
        DifferenceLaws.reaches(there.operations(), from, to);
        DifferenceLaws.reaches(back.operations(), to, from);
        return Optional.of(there.operations());
    }

    private void hold(Operation operation, List<Operation> given) {
        servers.apply(OperationLaws.of(operation).given(given)).hold();
    }
}
