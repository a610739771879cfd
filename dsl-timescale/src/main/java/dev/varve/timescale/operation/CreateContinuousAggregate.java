package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.operation.DropObject;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.ContinuousAggregate;
import java.util.List;
import java.util.Set;

/**
 * Makes a continuous aggregate: {@code create materialized view market_data.hourly_trades with (timescaledb.continuous, ...) as ... with
 * no data}, its chunks and its policy in the transaction, and {@code call public.refresh_continuous_aggregate(...)} after it.
 */
public record CreateContinuousAggregate(ContinuousAggregate aggregate) implements Operation {

    @Override
    public String description() {
        return "create " + aggregate.id();
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(), Set.of(aggregate.id()), Set.of());
    }

    @Override
    public List<Statement> statements(Database before) {
        return aggregate.settled(before).creation(before);
    }

    @Override
    public Database after(Database before) {
        return before.plus(aggregate.settled(before));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.losing(aggregate.contents(), List.of(new DropObject(aggregate.id())));
    }
}
