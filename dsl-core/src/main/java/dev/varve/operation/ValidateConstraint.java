package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Enforcement;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the rows that a constraint has left out so far, while they are read and written: {@code alter table trading.orders validate
 * constraint ck_orders_price}. PostgreSQL cannot make a constraint not valid again, so the way back drops it and adds it once more.
 */
public record ValidateConstraint(ObjectId<Table> table, String constraint) implements Operation {

    @Override
    public String description() {
        return "validate constraint " + constraint + " of " + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(
                Sql.of("alter table {} validate constraint {}", table.name(), Identifier.of(constraint)),
                LockMode.SHARE_UPDATE_EXCLUSIVE));
    }

    @Override
    public Database after(Database before) {
        Constraint old = before.get(table).constraint(constraint);
        if (old.hasIndex()) {
            throw refused("is always valid; only a check, a foreign key or a not-null constraint may not be");
        }
        if (old.enforcement() == Enforcement.NOT_ENFORCED) {
            throw refused("is not enforced, so nothing keeps it valid. Let it be enforced instead");
        }
        Table holder = before.get(table);
        holder.facets().values().forEach(facet -> facet.checkValidation(holder, old));
        return before.alter(table, t -> t.alterConstraint(constraint, c -> c.enforcing(Enforcement.ENFORCED)));
    }

    private RefusedException refused(String why) {
        return new RefusedException(table, "Constraint \"" + constraint + "\" of " + table + ' ' + why + '.');
    }

    @Override
    public Reversal reversal(Database before) {
        Constraint old = before.get(table).constraint(constraint);
        if (old.enforcement() == Enforcement.ENFORCED) {
            return Reversal.Exact.by();
        }
        List<Operation> operations = new ArrayList<>(List.of(new DropConstraint(table, constraint)));
        operations.addAll(DropConstraint.remaking(table, old, before));
        return new Reversal.Exact(operations);
    }
}
