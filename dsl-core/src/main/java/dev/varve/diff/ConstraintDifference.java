package dev.varve.diff;

import dev.varve.model.Constraint;
import dev.varve.model.Enforcement;
import dev.varve.model.ObjectId;
import dev.varve.model.Storage;
import dev.varve.model.Table;
import dev.varve.operation.AlterConstraint;
import dev.varve.operation.ConstraintChange;
import dev.varve.operation.ConstraintIndexChange;
import dev.varve.operation.Operation;
import dev.varve.operation.ValidateConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes one constraint of another of the same name, if PostgreSQL can without dropping it. */
final class ConstraintDifference {

    private ConstraintDifference() {}

    /** The operations; none at all if nothing differs, and empty if the constraint has to be dropped and added again. */
    static Optional<List<Operation>> between(ObjectId<Table> table, Constraint from, Constraint to) {
        if (from.equals(to)) {
            return Optional.of(List.of());
        }
        if (from.enforcement() == Enforcement.NOT_VALID
                && from.enforcing(Enforcement.ENFORCED).equals(to)) {
            return Optional.of(List.of(new ValidateConstraint(table, to.name())));
        }
        if (from.hasIndex() && to.hasIndex() && from.stored(to.storage()).equals(to)) {
            return Optional.of(storing(table, from.storage(), to));
        }
        return changes(from, to)
                .filter(change -> change.concerns(from) && change.of(from).equals(to))
                .findFirst()
                .map(change -> List.of(new AlterConstraint(table, to.name(), change)));
    }

    private static List<Operation> storing(ObjectId<Table> table, Storage from, Constraint to) {
        List<Operation> operations = new ArrayList<>();
        if (!from.parameters().equals(to.storage().parameters())) {
            operations.add(new AlterConstraint(
                    table,
                    to.name(),
                    new ConstraintIndexChange.Storing(to.storage().parameters())));
        }
        if (!from.tablespace().equals(to.storage().tablespace())) {
            String place = to.storage().tablespace().orElse("pg_default");
            operations.add(new AlterConstraint(table, to.name(), new ConstraintIndexChange.Placing(place)));
        }
        return operations;
    }

    private static Stream<ConstraintChange> changes(Constraint from, Constraint to) {
        return Stream.of(
                new ConstraintChange.Deferring(to.deferral()),
                new ConstraintChange.Enforcing(to.enforcement() != Enforcement.NOT_ENFORCED),
                new ConstraintChange.Inheriting(to.inherited()));
    }
}
