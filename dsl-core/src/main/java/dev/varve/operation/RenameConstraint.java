package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/** Gives a constraint another name: {@code alter table trading.orders rename constraint ck_1 to ck_orders_price}. */
public record RenameConstraint(ObjectId<Table> table, String from, String to) implements Operation {

    @Override
    public String description() {
        return "rename constraint " + from + " of " + table.name() + " to " + to;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(
                Sql.of(
                        "alter table {} rename constraint {} to {}",
                        table.name(),
                        Identifier.of(from),
                        Identifier.of(to)),
                LockMode.ACCESS_EXCLUSIVE));
    }

    @Override
    public Database after(Database before) {
        Database after = before.renamed(new Rename.OfConstraint(table, from, to));
        for (Table heir : before.get(table).heirs(before)) {
            after = before.get(table).hands(from) ? new RenameConstraint(heir.id(), from, to).after(after) : after;
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RenameConstraint(table, to, from));
    }
}
