package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.AggregateRefresh;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.RefreshWindow;
import java.util.List;

/**
 * Brings a part of a continuous aggregate up to date now: {@code call public.refresh_continuous_aggregate('market_data.hourly_trades',
 * ...)}, a statement for every step, each of which is recorded, so that a run that is cut off goes on with the step where it stopped. It
 * fails before the first step if that would remove what the source has no more.
 */
public record RefreshAggregate(ObjectId<ContinuousAggregate> aggregate, RefreshWindow window)
        implements TimescaleOperation {

    @Override
    public String description() {
        return "refresh " + aggregate.name() + " from " + window;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(aggregate);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return new AggregateRefresh(before.get(aggregate)).now(window, before);
    }

    @Override
    public Database after(Database before) {
        new AggregateRefresh(before.get(aggregate)).checkWindow(window, before);
        return before;
    }

    /** The rows follow from the data, so there is nothing to take back. */
    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by();
    }
}
