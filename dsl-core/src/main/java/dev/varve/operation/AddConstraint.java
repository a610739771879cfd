package dev.varve.operation;

import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.RefusedException;
import dev.varve.model.RoomForIndex;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Adds a constraint to a table: {@code alter table trading.orders add constraint ck_orders_price check (price > 0)}. */
public record AddConstraint(ObjectId<Table> table, Constraint constraint) implements Operation {

    @Override
    public String description() {
        return "add constraint " + constraint.name() + " to " + table.name();
    }

    @Override
    public Footprint footprint() {
        Set<ObjectId<?>> required = new HashSet<>(Set.of(table));
        if (constraint instanceof ForeignKeyConstraint key) {
            required.add(key.target());
        }
        return new Footprint(required, Set.of(), Set.of());
    }

    @Override
    public List<Statement> statements(Database before) {
        return Stream.concat(
                        new RoomForIndex(before).of(table, Stream.of(constraint)),
                        Stream.of(constraint.addition(table)))
                .toList();
    }

    @Override
    public Database after(Database before) {
        Table old = before.get(table);
        if (constraint instanceof NotNullConstraint rule
                && old.column(rule.column()).notNull()) {
            throw new RefusedException(
                    table,
                    "Column \"" + rule.column() + "\" of " + table + " is not null already, under another name."
                            + " Let it be null first, or rename that constraint.");
        }
        old.facets().values().forEach(facet -> facet.checkAddition(old, constraint, before));
        return before.alter(table, t -> t.plus(constraint));
    }

    @Override
    public Reversal reversal(Database before) {
        List<Operation> operations = new ArrayList<>(List.of(new DropConstraint(table, constraint.name())));
        if (constraint instanceof PrimaryKeyConstraint key) {
            // PostgreSQL makes the columns of a key not null, and leaves them so when the key goes.
            key.notNull().stream()
                    .filter(column -> !before.get(table).column(column).notNull())
                    .forEach(column -> operations.add(new DropNotNull(table, column)));
        }
        return new Reversal.Exact(operations);
    }
}
