package dev.varve.timescale.source;

import dev.varve.model.ObjectId;
import dev.varve.source.Call;
import dev.varve.source.Chain;
import dev.varve.source.Code;
import dev.varve.source.Names;
import dev.varve.source.ObjectForm;
import dev.varve.source.Source;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.RangeDimension;
import dev.varve.timescale.model.RetentionPolicy;
import java.util.List;
import java.util.Optional;

/** A continuous aggregate as it is written. */
final class AggregateForm implements ObjectForm<ContinuousAggregate> {

    @Override
    public Class<ContinuousAggregate> type() {
        return ContinuousAggregate.class;
    }

    @Override
    public Code name(ObjectId<ContinuousAggregate> id, Source source) {
        return Names.of("continuousAggregate", id.name());
    }

    @Override
    public Code definition(ContinuousAggregate aggregate, Source source) {
        return definition(aggregate);
    }

    /** The aggregate with everything that is said of it when it is made. */
    static Chain definition(ContinuousAggregate aggregate) {
        boolean leavesOutIndexes = aggregate.indexed(true).groupIndexes() && !aggregate.groupIndexes();
        Chain chain = Names.of("continuousAggregate", aggregate.name())
                .then("as", aggregate.query().text())
                .when(!aggregate.materializedOnly(), "realTime")
                .when(aggregate.chunkInterval().map(Spans::of), "chunkInterval")
                .then(refresh(aggregate))
                .then(compression(aggregate))
                .when(leavesOutIndexes, "withoutGroupIndexes");
        return aggregate
                .fact(RetentionPolicy.class)
                .map(policy -> chain.then(policies(aggregate).retain(policy)))
                .orElse(chain);
    }

    private static List<Call> refresh(ContinuousAggregate aggregate) {
        return aggregate.refreshes().isEmpty() ? List.of() : List.of(Policies.refresh(aggregate.refreshes()));
    }

    private static List<Call> compression(ContinuousAggregate aggregate) {
        return aggregate.fact(Compression.class).stream()
                .map(compression -> Call.of("compress", compression(compression, aggregate)))
                .toList();
    }

    private static Code compression(Compression compression, ContinuousAggregate aggregate) {
        return aggregate
                .fact(CompressionPolicy.class)
                .map(policy ->
                        Compressions.of(compression, policy, policies(aggregate).usual(policy)))
                .orElseGet(() -> Compressions.of(compression));
    }

    private static Policies policies(ContinuousAggregate aggregate) {
        Optional<RangeDimension> axis = aggregate.chunkInterval().map(any -> aggregate.axis());
        return new Policies(axis);
    }
}
