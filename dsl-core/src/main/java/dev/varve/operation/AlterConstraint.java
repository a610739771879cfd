package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Enforcement;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes how a constraint is seen to: {@code alter table trading.orders alter constraint fk_orders_account_id deferrable initially
 * deferred}. PostgreSQL can do so with foreign keys, from version 18 on with not-null constraints, and with the indexes of keys and exclusions.
 */
public record AlterConstraint(ObjectId<Table> table, String constraint, ConstraintChange change) implements Operation {

    @Override
    public String description() {
        return "make constraint " + constraint + " of " + table.name() + ' ' + change.words();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        return change.statements(table, constraint, before);
    }

    @Override
    public Database after(Database before) {
        Constraint old = before.get(table).constraint(constraint);
        if (!change.concerns(old)) {
            throw refused("cannot be altered so: PostgreSQL has no " + change.words()
                    + " for a constraint of its kind. Drop it and add it again, in the same revision");
        }
        if (!before.environment().atLeast(change.since())) {
            throw refused("can be made " + change.words() + " from version " + change.since()
                    + " of PostgreSQL on; the server has version "
                    + before.environment().major() + ". Drop it and add it again, in the same revision");
        }
        Table holder = before.get(table);
        change.obstacle(holder, old).ifPresent(why -> {
            throw refused(why);
        });
        holder.facets().values().forEach(facet -> facet.checkAlteration(holder, old));
        return before.alter(table, t -> t.alterConstraint(constraint, change::of));
    }

    private RefusedException refused(String why) {
        return new RefusedException(table, "Constraint \"" + constraint + "\" of " + table + ' ' + why + '.');
    }

    @Override
    public Reversal reversal(Database before) {
        Constraint old = before.get(table).constraint(constraint);
        if (change.of(old).equals(old)) {
            return Reversal.Exact.by();
        }
        if (change instanceof ConstraintChange.Enforcing && old.enforcement() == Enforcement.NOT_VALID) {
            // once it is enforced again, PostgreSQL looks at all rows: only a new one can be not valid
            List<Operation> operations = new ArrayList<>(List.of(new DropConstraint(table, constraint)));
            operations.addAll(DropConstraint.remaking(table, old, before));
            return new Reversal.Exact(operations);
        }
        return Reversal.Exact.by(new AlterConstraint(table, constraint, change.back(old)));
    }
}
