package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Inheritance;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.List;

/** Lets a table inherit no more from another; it keeps what it inherited: {@code alter table shop.old no inherit shop.orders}. */
public record DropParent(ObjectId<Table> table, ObjectId<Table> parent) implements Operation {

    @Override
    public String description() {
        return "let " + table.name() + " not inherit from " + parent.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Inheritance.link(table, "no inherit", parent));
    }

    @Override
    public Database after(Database before) {
        Inheritance old = Inheritance.of(before.get(table));
        if (!old.parents().contains(parent)) {
            throw new RefusedException(
                    table, "The " + table + " does not inherit from " + parent + ", but from " + old.parents() + '.');
        }
        Inheritance rest = old.minus(parent, before);
        return before.alter(table, t -> rest.parents().isEmpty() ? t.without(Inheritance.class) : t.with(rest));
    }

    @Override
    public Reversal reversal(Database before) {
        AddParent back = new AddParent(table, parent);
        return back.after(after(before)).get(table).equals(before.get(table))
                ? Reversal.Exact.by(back)
                : new Reversal.Impossible("what " + table + " inherited from " + parent
                        + " alone is its own now, or it inherits from its parents in another order");
    }
}
