package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.AggregateRefresh;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.RefreshPolicy;
import java.util.List;

/**
 * Says how a continuous aggregate is kept up to date: {@code select public.add_continuous_aggregate_policy(...)}; {@code select
 * public.alter_job(...)} if it had one policy and keeps one. Of several each is added and removed by itself.
 *
 * @param policies by hand if empty
 */
public record SetRefreshPolicies(ObjectId<ContinuousAggregate> aggregate, List<RefreshPolicy> policies)
        implements TimescaleOperation {

    public SetRefreshPolicies {
        policies = List.copyOf(policies);
    }

    @Override
    public String description() {
        return policies.isEmpty()
                ? "remove the refresh policy of " + aggregate.name()
                : "give " + aggregate.name() + " a "
                        + String.join(
                                " and a ",
                                policies.stream()
                                        .map(RefreshPolicy::description)
                                        .toList());
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(aggregate);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return new AggregateRefresh(before.get(aggregate)).by(policies, before);
    }

    @Override
    public Database after(Database before) {
        return before.alter(aggregate, a -> a.refreshed(policies));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(
                new SetRefreshPolicies(aggregate, before.get(aggregate).refreshes()));
    }
}
