package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.MaterializedView;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Makes a materialized view without its rows: {@code create materialized view trading.exposure as ... with no data}. It cannot be read
 * before it is refreshed.
 */
public record CreateEmptyMaterializedView(MaterializedView view) implements Operation {

    @Override
    public String description() {
        return "create " + view.id() + " with no data";
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(), Set.of(view.id()), Set.of());
    }

    @Override
    public List<Statement> statements(Database before) {
        return view.emptyCreation(before);
    }

    @Override
    public Database after(Database before) {
        return before.plus(view);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new DropObject(view.id()));
    }
}
