package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.model.Inheritance;
import dev.varve.operation.AddColumn;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A column that an heir has by itself, too, is added to the heir before its parent: added to the parent first, it would be the parent's alone.
 *
 * @param to the state in which the tables inherit
 */
record HeirsFirst(Database to) {

    List<Operation> of(List<Operation> operations) {
        Set<Operation> ordered = new LinkedHashSet<>();
        operations.forEach(operation -> put(operation, operations, ordered));
        return new ArrayList<>(ordered);
    }

    private void put(Operation operation, List<Operation> all, Set<Operation> ordered) {
        if (operation instanceof AddColumn added) {
            all.stream().filter(other -> isOfHeir(other, added)).forEach(other -> put(other, all, ordered));
        }
        ordered.add(operation);
    }

    private boolean isOfHeir(Operation operation, AddColumn ofParent) {
        return operation instanceof AddColumn added
                && added.column().name().equals(ofParent.column().name())
                && to.find(added.table())
                        .filter(heir -> Inheritance.of(heir).parents().contains(ofParent.table()))
                        .isPresent();
    }
}
