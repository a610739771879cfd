package dev.varve.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.source.MigrationText;
import dev.varve.testing.CompiledMigrations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Laws 3 and 4 without a server: differences lead from state to state, and so does their source. */
final class DifferenceLaws {

    private DifferenceLaws() {}

    /** The state after operations. */
    static Database after(List<? extends Operation> operations, Database before) {
        return Operation.afterAll(operations, before);
    }

    /** The difference leads there. */
    static void lead(Database from, Database to) {
        Difference difference = Difference.between(from, to);
        assertThat(difference.obstacles()).isEmpty();
        reaches(difference.operations(), from, to);
    }

    /** The operations lead there. */
    static void reaches(List<Operation> operations, Database from, Database to) {
        Difference left = Difference.between(after(operations, from), to);
        assertThat(left.operations()).as("still missing after %s", operations).isEmpty();
        assertThat(left.obstacles()).isEmpty();
    }

    /** What is written, compiled and run of operations leads where they do. */
    static void isWritten(List<Operation> operations, Database from) {
        areWritten(Map.of(operations, from));
    }

    /** The same for several lists of operations, each from its own state; compiling them together takes little longer than one. */
    static void areWritten(Map<List<Operation>, Database> all) {
        CompiledMigrations compiled = new CompiledMigrations();
        Map<String, List<Operation>> names = new LinkedHashMap<>();
        all.keySet().forEach(operations -> names.put("Written" + names.size(), operations));
        names.forEach((name, operations) ->
                compiled.add(name, MigrationText.of(operations, all.get(operations), NamingConvention.STANDARD)));
        compiled.compile();
        names.forEach((name, operations) -> {
            Database from = all.get(operations);
            Database reached = after(compiled.operations(name), from);
            assertThat(Difference.between(reached, after(operations, from)).isEmpty())
                    .as(compiled.source(name))
                    .isTrue();
        });
    }
}
