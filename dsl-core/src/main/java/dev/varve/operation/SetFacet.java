package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.List;

/** Makes something true of a table, in the place of what was: {@code alter table trading.orders set (fillfactor = 70)}. */
public record SetFacet(ObjectId<Table> table, Facet facet) implements Operation {

    @Override
    public String description() {
        return "set the " + ObjectId.kindOf(facet.getClass()) + " of " + table;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        Table old = before.get(table);
        return facet.alteration(old, old.facet(facet.getClass()).map(f -> f), before);
    }

    @Override
    public Database after(Database before) {
        return before.alter(table, t -> t.with(facet));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(before.get(table)
                .facet(facet.getClass())
                .<Operation>map(old -> new SetFacet(table, old))
                .orElseGet(() -> new DropFacet(table, facet.getClass())));
    }
}
