package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Hypertable;
import java.util.List;

/**
 * Lets a hypertable whose time is a whole number call a function to know what is now: {@code select public.set_integer_now_func(...)}.
 * TimescaleDB can give it another function, but cannot take the first one away: the way back {@link RebuildTable rebuilds} the table.
 */
public record SetClock(ObjectId<Table> table, QualifiedName function) implements TimescaleOperation {

    @Override
    public String description() {
        return "let " + function + " say what is now in " + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        Table old = before.get(table);
        return Hypertable.of(old).now(function).time().clocking(old, before).stream()
                .toList();
    }

    @Override
    public Database after(Database before) {
        return before.alter(table, t -> t.with(Hypertable.of(t).now(function)));
    }

    @Override
    public Reversal reversal(Database before) {
        return Hypertable.of(before.get(table))
                .time()
                .clock()
                .<Reversal>map(old -> Reversal.Exact.by(new SetClock(table, old)))
                .orElseGet(() -> RebuildTable.undoing(table, before));
    }
}
