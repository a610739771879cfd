package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Hypertable;
import java.util.List;

/**
 * Makes a hypertable of a table that exists: {@code select public.create_hypertable(relation => 'market_data.trades', ...)}. TimescaleDB
 * cannot make a plain table of it again: the way back {@link RebuildTable rebuilds} it.
 *
 * @param migrateData whether rows are moved into chunks, while nobody can read the table; a table that has rows is refused otherwise
 */
public record CreateHypertable(ObjectId<Table> table, Hypertable hypertable, boolean migrateData)
        implements TimescaleOperation {

    @Override
    public String description() {
        return "make " + table.name() + " a " + hypertable.description();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        Table old = before.get(table);
        return migrateData ? hypertable.migrating(old, before) : hypertable.making(old, before);
    }

    @Override
    public List<Statement> onPlain(Database before) {
        return hypertable.creation(before.get(table), before);
    }

    @Override
    public Database after(Database before) {
        before.get(table).facet(Hypertable.class).ifPresent(first -> {
            throw new RefusedException(table, "The " + table + " is already a " + first.description() + '.');
        });
        return before.alter(table, t -> t.with(hypertable));
    }

    @Override
    public Reversal reversal(Database before) {
        return RebuildTable.undoing(table, before);
    }
}
