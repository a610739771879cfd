package dev.varve.diff;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Enforcement;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A check that is not valid is valid all the same in a table that comes to inherit it when it is made; so it is added when those that inherit it
 * so are there.
 *
 * @param to the state in which the tables inherit
 */
record NotValidInHeirs(Database to) {

    List<Operation> of(List<Operation> operations) {
        List<Operation> ordered = new ArrayList<>();
        List<Operation> later = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof CreateObject creation && creation.object() instanceof Table table) {
                List<Constraint> late = late(table);
                Table early = table;
                for (Constraint constraint : late) {
                    early = early.minusConstraint(constraint.name());
                    later.add(new AddConstraint(table.id(), constraint));
                }
                ordered.add(late.isEmpty() ? operation : new CreateObject(early));
            } else {
                ordered.add(operation);
            }
        }
        ordered.addAll(later);
        return ordered;
    }

    private List<Constraint> late(Table table) {
        return table.constraints().values().stream()
                .filter(constraint -> heirs(table.id(), constraint).findAny().isPresent())
                .toList();
    }

    /** The tables that have the constraint of a table from that alone, and not valid. */
    private Stream<Table> heirs(ObjectId<Table> table, Constraint constraint) {
        return constraint.enforcement() == Enforcement.NOT_VALID
                ? to.get(table).heirs(to).stream()
                        .filter(heir -> Inheritance.of(heir).givenConstraints().contains(constraint.name())
                                && heir.constraint(constraint.name()).enforcement() == Enforcement.NOT_VALID)
                        .flatMap(heir -> Stream.concat(Stream.of(heir), heirs(heir.id(), constraint)))
                : Stream.empty();
    }

    /** Refuses what is too early in a state. */
    void check(Operation operation, Database current) {
        if (operation instanceof AddConstraint added) {
            heirs(added.table(), added.constraint())
                    .map(Table::id)
                    .filter(heir -> !current.has(heir))
                    .findFirst()
                    .ifPresent(heir -> {
                        throw new RefusedException(added.table(), "The " + heir + " is not there yet.");
                    });
        }
    }
}
