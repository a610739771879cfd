package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Tablespaces;
import java.util.List;

/**
 * Spreads new chunks of a hypertable over these tablespaces alone: {@code select public.attach_tablespace(...)}, {@code select
 * public.detach_tablespace(...)}.
 */
public record SetTablespaces(ObjectId<Table> table, Tablespaces tablespaces) implements TimescaleOperation {

    @Override
    public String description() {
        return "keep new chunks of " + table.name() + " in "
                + (tablespaces.names().isEmpty()
                        ? "no tablespace of their own"
                        : String.join(", ", tablespaces.names()));
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return tablespaces.leadingFrom(present(before), before.get(table), before);
    }

    private Tablespaces present(Database before) {
        return before.get(table).facet(Tablespaces.class).orElse(new Tablespaces(List.of()));
    }

    @Override
    public Database after(Database before) {
        return before.alter(
                table, t -> tablespaces.names().isEmpty() ? t.without(Tablespaces.class) : t.with(tablespaces));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetTablespaces(table, present(before)));
    }
}
