package dev.varve.testing;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import java.util.Arrays;
import java.util.List;
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

    /** A table that is there. */
    public Table table() {
        return one(Table.class);
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
