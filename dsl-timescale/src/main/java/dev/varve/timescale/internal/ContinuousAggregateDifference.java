package dev.varve.timescale.internal;

import dev.varve.model.ObjectId;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.Policy;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import dev.varve.timescale.operation.SetChunkInterval;
import dev.varve.timescale.operation.SetMaterializedOnly;
import dev.varve.timescale.operation.SetRefreshPolicies;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes one continuous aggregate of another of the same name. Another query makes another aggregate; what was built on it, and with
 * it, is then found missing and made again.
 */
record ContinuousAggregateDifference(ContinuousAggregate from, ContinuousAggregate to) {

    private ObjectId<ContinuousAggregate> id() {
        return to.id();
    }

    List<Operation> operations() {
        boolean sameQuery = from.query().equals(to.query()) && from.groupIndexes() == to.groupIndexes();
        return sameQuery ? changes() : List.of(new DropObject(id()), new CreateContinuousAggregate(to));
    }

    private List<Operation> changes() {
        List<Operation> changes = new ArrayList<>();
        if (from.materializedOnly() != to.materializedOnly()) {
            changes.add(new SetMaterializedOnly(id(), to.materializedOnly()));
        }
        to.chunkInterval()
                .filter(interval ->
                        from.chunkInterval().filter(interval::equals).isEmpty())
                .ifPresent(interval -> changes.add(new SetChunkInterval(id(), interval)));
        if (!from.refreshes().equals(to.refreshes())) {
            changes.add(new SetRefreshPolicies(id(), to.refreshes()));
        }
        changes.addAll(ChunkFactDifference.compression(id(), from.fact(Compression.class), to.fact(Compression.class)));
        changes.addAll(policy(CompressionPolicy.class));
        changes.addAll(policy(RetentionPolicy.class));
        return changes;
    }

    private <P extends Policy> List<Operation> policy(Class<P> type) {
        return ChunkFactDifference.policy(id(), type, from.fact(type), to.fact(type));
    }
}
