package dev.varve.timescale;

import dev.varve.dsl.Changes;
import dev.varve.model.ObjectId;
import dev.varve.operation.Operation;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.operation.SetMaterializedOnly;
import dev.varve.timescale.operation.SetRefreshPolicies;
import java.util.Arrays;
import java.util.List;

/** The words for changing a continuous aggregate; each is recorded as it is said. */
public final class ContinuousAggregateAlteration {

    private final ObjectId<ContinuousAggregate> aggregate;
    private final Changes changes;

    ContinuousAggregateAlteration(ObjectId<ContinuousAggregate> aggregate, Changes changes) {
        this.aggregate = aggregate;
        this.changes = changes;
    }

    /** Keeps it up to date in this way from now on, or in several, each for another part of the time. */
    public ContinuousAggregateAlteration refresh(RefreshSpec... refreshes) {
        return record(new SetRefreshPolicies(
                aggregate, Arrays.stream(refreshes).map(RefreshSpec::policy).toList()));
    }

    /** Keeps it up to date no more. */
    public ContinuousAggregateAlteration dropRefresh() {
        return record(new SetRefreshPolicies(aggregate, List.of()));
    }

    /** Shows what is stored alone from now on. */
    public ContinuousAggregateAlteration materializedOnly() {
        return record(new SetMaterializedOnly(aggregate, true));
    }

    /** Shows what is stored and what has come since from now on. */
    public ContinuousAggregateAlteration realTime() {
        return record(new SetMaterializedOnly(aggregate, false));
    }

    private ContinuousAggregateAlteration record(Operation operation) {
        changes.add(operation);
        return this;
    }
}
