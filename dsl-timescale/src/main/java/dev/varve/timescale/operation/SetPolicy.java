package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.Policy;
import java.util.List;
import java.util.Optional;

/**
 * Adds a policy to a hypertable, or changes the one of its kind in place: {@code select public.add_retention_policy(...)}, {@code select
 * public.alter_job(...)}.
 */
public record SetPolicy(ObjectId<Table> table, Policy policy) implements TimescaleOperation {

    @Override
    public String description() {
        return "give " + table.name() + " a " + policy.description();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        Table old = before.get(table);
        Policy settled = policy.settled(Hypertable.of(old));
        return present(before)
                .map(present -> List.of(settled.changing(present, old, before)))
                .orElseGet(() -> settled.making(old, before));
    }

    private Optional<Policy> present(Database before) {
        return before.get(table).facet(policy.getClass()).map(present -> present);
    }

    @Override
    public Database after(Database before) {
        return before.alter(table, t -> t.with(policy.settled(Hypertable.of(t))));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(present(before)
                .<Operation>map(old -> new SetPolicy(table, old))
                .orElseGet(() -> new DropPolicy(table, policy.getClass())));
    }
}
