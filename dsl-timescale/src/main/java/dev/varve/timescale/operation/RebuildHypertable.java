package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.ChunkFact;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.TimescaleFacet;
import java.util.List;

/**
 * Cuts a hypertable otherwise than it is: along another column, without one of its dimensions, or all its rows into chunks of another
 * length. Its compression, policies and whatever else it has stay. TimescaleDB cannot do that, so that the table is made anew, as {@link
 * RebuildTable} does it and at the same cost: a copy of every row, twice the space, and nobody reads or writes it meanwhile.
 */
public record RebuildHypertable(ObjectId<Table> table, Hypertable hypertable) implements TimescaleOperation {

    @Override
    public String description() {
        return "rebuild " + table.name() + " as a " + hypertable.description()
                + ", copying its rows while nobody can read it";
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    private RebuildTable rebuilding(Database before) {
        Table old = before.get(table);
        Hypertable.of(old);
        return new RebuildTable(
                table,
                old.facets().values().stream()
                        .filter(TimescaleFacet.class::isInstance)
                        .map(fact -> kept((TimescaleFacet) fact))
                        .toList());
    }

    /** Compressed rows that have no other order are ordered by the time, whichever column that is. */
    private TimescaleFacet kept(TimescaleFacet fact) {
        if (fact instanceof Hypertable) {
            return hypertable;
        }
        return fact instanceof ChunkFact chunks ? chunks.settled(hypertable.time()) : fact;
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return rebuilding(before).onTimescale(before);
    }

    @Override
    public Database after(Database before) {
        return rebuilding(before).after(before);
    }

    @Override
    public Reversal reversal(Database before) {
        return rebuilding(before).reversal(before);
    }
}
