package dev.varve.testing;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.Foreign;
import dev.varve.model.RefusedException;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * What is drawn for one move: the same for the same number in the same state.
 *
 * @param state what there is to draw from
 */
public record Draw(Random random, Database state) {

    /** Thrown if there is nothing to draw from, so that the move is none. */
    static final class NothingThere extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** The state after operations; nothing if one of them is refused. */
    public Optional<Database> after(List<? extends Operation> operations) {
        try {
            Database after = state;
            for (Operation operation : operations) {
                operation.statements(after);
                after = operation.after(after);
            }
            return Optional.of(after);
        } catch (RefusedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One of these. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <T> T of(T... values) {
        return of(Arrays.asList(values));
    }

    /** One of these. */
    public <T> T of(List<T> values) {
        if (values.isEmpty()) {
            throw new NothingThere();
        }
        return values.get(random.nextInt(values.size()));
    }

    /** Whether it is one time out of so many. */
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** An object of a class that is there. */
    public <T extends SchemaObject> T one(Class<T> type) {
        return of(state.objects(type).toList());
    }

    /** A table that is there, with rows of its own. */
    public Table table() {
        return of(state.objects(Table.class)
                .filter(table -> table.facet(Foreign.class).isEmpty())
                .toList());
    }

    /** The name of a schema that is there. */
    public String schema() {
        return one(Schema.class).name();
    }

    /** A column of a table that is so. */
    public Column column(Table table, Predicate<Column> condition) {
        return of(table.columns().stream().filter(condition).toList());
    }

    /** A name, of few, so that moves meet each other. */
    public String name() {
        return of("price", "note", "Order", "day", "größe", "user", "a b", "qty", "x");
    }
}
