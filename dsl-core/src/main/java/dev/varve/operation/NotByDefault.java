package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.DefaultPrivileges;
import dev.varve.model.ObjectId;
import dev.varve.model.Privileges;
import dev.varve.model.Table;
import java.util.List;

/** What revokes the privileges that are granted by default on the sequence that a way back makes, and that nobody had on the one before. */
final class NotByDefault {

    private NotByDefault() {}

    /** The operations, after those that take back what was done to a table. */
    static List<Operation> after(List<Operation> back, Operation done, ObjectId<Table> table, Database before) {
        if (before.objects(DefaultPrivileges.class).findAny().isEmpty()) {
            return List.of();
        }
        Database state = Operation.afterAll(back, done.after(before));
        return state.owned(table).stream()
                .filter(other -> other instanceof Privileges && !before.has(other.id()))
                .<Operation>map(other -> new SetPrivileges(((Privileges) other).initial(before)))
                .toList();
    }
}
