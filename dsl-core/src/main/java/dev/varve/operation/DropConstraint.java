package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
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
        boolean foreign = before.get(table).constraint(constraint) instanceof Constraint.ForeignKey;
        return List.of(
                foreign
                        ? Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, Hazard.LOCKS_OTHER_TABLE)
                        : Statement.of(sql, LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Database after(Database before) {
        Database after = before.alter(table, t -> t.minusConstraint(constraint));
        List<ObjectId<?>> broken = after.brokenBy(table);
        if (!broken.isEmpty()) {
            throw new ObjectInUseException(table, "Constraint \"" + constraint + "\" of " + table, broken);
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new AddConstraint(table, before.get(table).constraint(constraint)));
    }
}
