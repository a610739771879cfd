package dev.varve.testing;

import dev.varve.model.Database;
import dev.varve.model.Inheritance;
import dev.varve.model.Table;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.Operation;
import java.util.List;

/**
 * What PostgreSQL 18 refuses though nothing is wrong with it: another type for a column that is not null here and in an heir that had it before it
 * inherited, because it makes the constraints of both again by the name of one. Its message says so, and nothing is changed then.
 */
public final class ServerFault {

    private ServerFault() {}

    /** Whether one of the operations meets it on the way from a state. */
    public static boolean isMet(List<Operation> operations, Database from) {
        Database state = from;
        for (Operation operation : operations) {
            if (operation instanceof AlterColumnType change && isMet(change, state)) {
                return true;
            }
            state = operation.after(state);
        }
        return false;
    }

    private static boolean isMet(AlterColumnType change, Database state) {
        Table table = state.get(change.table());
        return state.environment().major() >= 18
                && table.column(change.column()).notNull()
                && isOwnOfHeir(change.column(), table, state);
    }

    private static boolean isOwnOfHeir(String column, Table table, Database state) {
        return table.heirs(state).stream()
                .anyMatch(heir ->
                        !Inheritance.of(heir).givenColumns().contains(column) || isOwnOfHeir(column, heir, state));
    }
}
