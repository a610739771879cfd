package dev.varve.diff;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Enforcement;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A check that is not valid is valid all the same in a partition, or in a table that inherits it, which is made later; so it is added when those
 * that have it so are there.
 *
 * @param to the state in which there are partitions, and tables inherit
 */
record NotValidBelow(Database to) {

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
                .filter(constraint -> below(table.id(), constraint).findAny().isPresent())
                .toList();
    }

    /** What has the constraint of a table from that alone, and not valid. */
    private Stream<ObjectId<?>> below(ObjectId<Table> table, Constraint constraint) {
        return constraint.enforcement() == Enforcement.NOT_VALID
                ? Stream.concat(
                        heirs(table, constraint).map(Table::id),
                        Partition.under(table, to).map(Partition::id))
                : Stream.empty();
    }

    private Stream<Table> heirs(ObjectId<Table> table, Constraint constraint) {
        return to.get(table).heirs(to).stream()
                .filter(heir -> Inheritance.of(heir).givenConstraints().contains(constraint.name())
                        && heir.constraint(constraint.name()).enforcement() == Enforcement.NOT_VALID)
                .flatMap(heir -> Stream.concat(Stream.of(heir), heirs(heir.id(), constraint)));
    }

    /** Refuses what is too early in a state. */
    void check(Operation operation, Database current) {
        if (operation instanceof AddConstraint added) {
            below(added.table(), added.constraint())
                    .filter(one -> !current.has(one))
                    .findFirst()
                    .ifPresent(one -> {
                        throw new RefusedException(added.table(), "The " + one + " is not there yet.");
                    });
        }
    }
}
