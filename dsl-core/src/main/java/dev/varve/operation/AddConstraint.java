package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds a constraint to a table: {@code alter table trading.orders add constraint ck_orders_price check (price > 0)}. */
public record AddConstraint(ObjectId<Table> table, Constraint constraint) implements Operation {

    @Override
    public String description() {
        return "add constraint " + constraint.name() + " to " + table.name();
    }

    @Override
    public Footprint footprint() {
        Set<ObjectId<?>> required = new HashSet<>(Set.of(table));
        if (constraint instanceof Constraint.ForeignKey key) {
            required.add(key.target());
        }
        return new Footprint(required, Set.of(), Set.of());
    }

    @Override
    public List<Statement> statements(Database before) {
        Sql sql = Sql.of("alter table {} add {}", table.name(), constraint.clause());
        if (constraint instanceof Constraint.ForeignKey) {
            return List.of(
                    Statement.of(sql, LockMode.SHARE_ROW_EXCLUSIVE, Hazard.SCANS_TABLE, Hazard.LOCKS_OTHER_TABLE));
        }
        Hazard work = constraint.hasIndex() ? Hazard.BUILDS_INDEX : Hazard.SCANS_TABLE;
        return List.of(Statement.of(sql, LockMode.ACCESS_EXCLUSIVE, work));
    }

    @Override
    public Database after(Database before) {
        return before.alter(table, t -> t.plus(constraint));
    }

    @Override
    public Reversal reversal(Database before) {
        List<Operation> operations = new ArrayList<>(List.of(new DropConstraint(table, constraint.name())));
        if (constraint instanceof Constraint.PrimaryKey key) {
            // PostgreSQL makes the columns of a key not null, and leaves them so when the key goes.
            key.columns().stream()
                    .filter(column -> !before.get(table).column(column).notNull())
                    .forEach(column -> operations.add(new DropNotNull(table, column)));
        }
        return new Reversal.Exact(operations);
    }
}
