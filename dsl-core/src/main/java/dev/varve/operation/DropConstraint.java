package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.ConstraintComment;
import dev.varve.model.Database;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Removes a constraint from a table: {@code alter table trading.orders drop constraint ck_orders_price}. */
public record DropConstraint(ObjectId<Table> table, String constraint) implements Operation {

    @Override
    public String description() {
        return "drop constraint " + constraint + " of " + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Sql sql = Sql.of("alter table {} drop constraint {}", table.name(), Identifier.of(constraint));
        boolean foreign = before.get(table).constraint(constraint) instanceof ForeignKeyConstraint;
        return List.of(
                foreign
                        ? Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.LOCKS_OTHER_TABLE)
                        : Statement.of(sql, LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Database after(Database before) {
        Table old = before.get(table);
        Constraint dropped = old.constraint(constraint);
        old.facets().values().forEach(facet -> facet.checkRemoval(old, dropped, before));
        if (old.needsForItself(constraint, before)) {
            throw new ObjectInUseException(table, "Constraint \"" + constraint + "\" of " + table, List.of(table));
        }
        Database after = withoutComments(before).alter(table, t -> t.minusConstraint(constraint));
        refuseIdentity(before.get(table), after.get(table));
        List<ObjectId<?>> broken = after.brokenBy(table);
        if (!broken.isEmpty()) {
            throw new ObjectInUseException(table, "Constraint \"" + constraint + "\" of " + table, broken);
        }
        return after;
    }

    private Database withoutComments(Database before) {
        Database without = before;
        for (SchemaObject comment : ConstraintComment.of(table, constraint, before)) {
            without = without.minus(comment.id());
        }
        return without;
    }

    private void refuseIdentity(Table old, Table rest) {
        if (old.constraint(constraint) instanceof NotNullConstraint rule
                && rest.column(rule.column()).notNull()) {
            throw new RefusedException(
                    table,
                    "Constraint \"" + constraint + "\" of " + table + " cannot go: column \"" + rule.column()
                            + "\" is part of the primary key or an identity, which is never null.");
        }
    }

    @Override
    public Reversal reversal(Database before) {
        return new Reversal.Exact(remaking(table, before.get(table).constraint(constraint), before));
    }

    /** The operations that make a constraint again as it was, with its comments. */
    static List<Operation> remaking(ObjectId<Table> table, Constraint constraint, Database before) {
        List<Operation> operations = new ArrayList<>(List.of(new AddConstraint(table, constraint)));
        ConstraintComment.of(table, constraint.name(), before)
                .forEach(comment -> operations.add(new CreateObject(comment)));
        return operations;
    }
}
