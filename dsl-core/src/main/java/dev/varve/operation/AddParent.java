package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;

/** Lets a table inherit from another, whose columns and checks it has already: {@code alter table shop.old inherit shop.orders}. */
public record AddParent(ObjectId<Table> table, ObjectId<Table> parent) implements Operation {

    @Override
    public String description() {
        return "let " + table.name() + " inherit from " + parent.name();
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(table, parent), Set.of(), Set.of());
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Inheritance.link(table, "inherit", parent));
    }

    @Override
    public Database after(Database before) {
        before.get(parent);
        return before.alter(table, t -> t.with(Inheritance.of(t).plus(parent)));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new DropParent(table, parent));
    }
}
