package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.Statement;
import java.util.List;

/** Makes something untrue of a table: {@code alter table trading.orders reset (fillfactor)}. */
public record DropFacet(ObjectId<Table> table, Class<? extends Facet> facet) implements Operation {

    private String words() {
        return ObjectId.kindOf(facet);
    }

    private Facet old(Database before) {
        return before.get(table)
                .facet(facet)
                .orElseThrow(() -> new RefusedException(table, "The " + table + " has no " + words() + "."));
    }

    @Override
    public String description() {
        return "drop the " + words() + " of " + table;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> statements(Database before) {
        return old(before).removal(before.get(table), before);
    }

    @Override
    public Database after(Database before) {
        old(before);
        return before.alter(table, t -> t.without(facet));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetFacet(table, old(before)));
    }
}
