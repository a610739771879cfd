package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.RefreshPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Says how a continuous aggregate is kept up to date: {@code select public.add_continuous_aggregate_policy(...)}, or {@code select
 * public.alter_job(...)} if it was already.
 *
 * @param policy by hand if empty
 */
public record SetRefreshPolicy(ObjectId<ContinuousAggregate> aggregate, Optional<RefreshPolicy> policy)
        implements TimescaleOperation {

    @Override
    public String description() {
        return policy.map(p -> "give " + aggregate.name() + " a " + p.description())
                .orElse("remove the refresh policy of " + aggregate.name());
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(aggregate);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return before.get(aggregate).refreshing(policy, before).stream().toList();
    }

    @Override
    public Database after(Database before) {
        return before.alter(aggregate, a -> a.refreshed(policy));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(
                new SetRefreshPolicy(aggregate, before.get(aggregate).refresh()));
    }
}
