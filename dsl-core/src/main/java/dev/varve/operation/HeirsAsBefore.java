package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What tables that inherit need beside a way back of their parent, because PostgreSQL makes them all alike where they differed. */
final class HeirsAsBefore {

    private HeirsAsBefore() {}

    /** A way back of an operation on a column, with that of the heirs. */
    static Reversal after(Operation operation, Reversal reversal, ObjectId<Table> table, Database before) {
        if (before.get(table).heirs(before).isEmpty()) {
            return reversal;
        }
        try {
            return mended(operation, reversal, table, before);
        } catch (RefusedException e) {
            return new Reversal.Impossible(e.getMessage());
        }
    }

    private static Reversal mended(Operation operation, Reversal reversal, ObjectId<Table> table, Database before) {
        List<Operation> operations = new ArrayList<>(reversal.operations());
        Database state = Operation.afterAll(operations, operation.after(before));
        for (Table heir : all(table, before).toList()) {
            for (Operation mending : mending(heir, state.get(heir.id()))) {
                state = mending.after(state);
                operations.add(mending);
            }
        }
        return Reversal.losing(reversal.lost(), operations);
    }

    /** The tables that inherit from a table, and those that inherit from these. */
    static Stream<Table> all(ObjectId<Table> table, Database database) {
        return database.get(table).heirs(database).stream()
                .flatMap(heir -> Stream.concat(Stream.of(heir), all(heir.id(), database)));
    }

    private static List<Operation> mending(Table was, Table is) {
        List<Operation> operations = new ArrayList<>();
        for (Column old : was.columns()) {
            Optional<Column> found = is.findColumn(old.name());
            found.ifPresent(now -> operations.addAll(mending(was.id(), old, now)));
        }
        return operations;
    }

    private static List<Operation> mending(ObjectId<Table> heir, Column old, Column now) {
        List<Operation> operations = new ArrayList<>();
        if (!old.value().equals(now.value()) && isPlain(old) && isPlain(now)) {
            operations.add(new SetDefault(
                    heir, old.name(), old.value().map(value -> ((ColumnValue.Default) value).expression())));
        }
        if (old.notNull() != now.notNull()) {
            operations.add(old.notNull() ? new SetNotNull(heir, old.name()) : new DropNotNull(heir, old.name()));
        }
        for (ColumnProperty property : ColumnProperty.values()) {
            if (!old.property(property).equals(now.property(property))) {
                operations.add(new SetColumnProperty(heir, old.name(), property, old.property(property)));
            }
        }
        return operations;
    }

    private static boolean isPlain(Column column) {
        return column.value()
                .filter(value -> !(value instanceof ColumnValue.Default))
                .isEmpty();
    }
}
