package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Queried;
import dev.varve.model.Rename;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/** Gives a column of a view another name: {@code alter view trading.open_orders rename column qty to quantity}. */
public record RenameViewColumn(ObjectId<? extends Queried> view, String from, String to) implements Operation {

    @Override
    public String description() {
        return "rename column " + from + " of " + view + " to " + to;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(view);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.of(
                Sql.of(
                        "alter {} rename column {} to {}",
                        before.get(view).address(),
                        Identifier.of(from),
                        Identifier.of(to)),
                LockMode.ACCESS_EXCLUSIVE,
                Hazard.BREAKS_OLD_CODE));
    }

    @Override
    public Database after(Database before) {
        before.get(view).checkColumn(from);
        return before.renamed(new Rename.OfColumn(view, from, to));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new RenameViewColumn(view, to, from));
    }
}
