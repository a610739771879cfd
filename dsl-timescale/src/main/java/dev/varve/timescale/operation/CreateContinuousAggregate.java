package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.operation.DropObject;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Recreatable;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.ContinuousAggregate;
import java.util.List;
import java.util.Set;

/**
 * Makes a continuous aggregate: {@code create materialized view market_data.hourly_trades with (timescaledb.continuous, ...) as ... with
 * no data}, its chunks and its policy in the transaction, and {@code call public.refresh_continuous_aggregate(...)} after it.
 *
 * @param filled whether everything is computed; if not, that is left to a policy or to {@link RefreshAggregate}
 */
public record CreateContinuousAggregate(ContinuousAggregate aggregate, boolean filled) implements Recreatable {

    /** Makes an aggregate and computes everything at once. */
    public CreateContinuousAggregate(ContinuousAggregate aggregate) {
        this(aggregate, true);
    }

    @Override
    public String description() {
        return "create " + aggregate.id();
    }

    @Override
    public Operation recreating() {
        return new RecreateContinuousAggregate(aggregate, filled);
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(), Set.of(aggregate.id()), Set.of());
    }

    @Override
    public List<Statement> statements(Database before) {
        return aggregate.settled(before).creation(before).stream()
                .filter(statement -> filled || statement.transactional())
                .toList();
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
