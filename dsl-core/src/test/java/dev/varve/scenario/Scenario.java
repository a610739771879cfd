package dev.varve.scenario;

import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.Postgres;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What a schema holds, what it is to hold, and what has to happen.
 *
 * @param words what it is about
 * @param from what it holds, in a schema of that name
 * @param to what it is to hold
 * @param expected the operations in words, in order
 */
record Scenario(String words, BiConsumer<Changes, String> from, BiConsumer<Changes, String> to, List<String> expected) {

    static Scenario of(
            String words, BiConsumer<Changes, String> from, BiConsumer<Changes, String> to, String... expected) {
        return new Scenario(words, from, to, List.of(expected));
    }

    List<Operation> before(String schema) {
        return said(from, schema);
    }

    List<Operation> after(String schema) {
        return said(to, schema);
    }

    private static List<Operation> said(BiConsumer<Changes, String> words, String schema) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(Postgres.schema(schema));
        words.accept(changes, schema);
        return changes.operations();
    }

    /** Whether PostgreSQL can do it at all. */
    boolean isPossible() {
        return expected.stream().noneMatch(words -> words.startsWith("It is not possible"));
    }

    static Database state(List<Operation> operations) {
        return Operation.afterAll(operations, Database.empty());
    }

    @Override
    public String toString() {
        return words;
    }
}
