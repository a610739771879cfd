package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Chunked;
import dev.varve.timescale.model.Policy;
import java.util.List;
import java.util.Optional;

/**
 * Adds a policy to a hypertable or a continuous aggregate, or changes the one of its kind in place: {@code select public.add_retention_policy(...)}, {@code select
 * public.alter_job(...)}.
 */
public record SetPolicy(ObjectId<?> relation, Policy policy) implements TimescaleOperation {

    @Override
    public String description() {
        return "give " + relation.name() + " a " + policy.description();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(relation);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        Chunked old = Chunked.of(relation, before);
        Policy settled = policy.settled(old.axis());
        return present(before)
                .map(present -> List.of(settled.changing(present, old, before)))
                .orElseGet(() -> settled.making(old, before));
    }

    private Optional<Policy> present(Database before) {
        return Chunked.of(relation, before).fact(policy.getClass()).map(present -> present);
    }

    @Override
    public Database after(Database before) {
        Chunked old = Chunked.of(relation, before);
        return old.with(policy.settled(old.axis())).in(before);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(present(before)
                .<Operation>map(old -> new SetPolicy(relation, old))
                .orElseGet(() -> new DropPolicy(relation, policy.getClass())));
    }
}
