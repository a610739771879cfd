package dev.varve.timescale.source;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.source.Call;
import dev.varve.source.Chain;
import dev.varve.source.Code;
import dev.varve.source.OperationForm;
import dev.varve.source.Sentence;
import dev.varve.source.Source;
import dev.varve.timescale.model.Chunked;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.Dimension;
import dev.varve.timescale.model.Job;
import dev.varve.timescale.model.Policy;
import dev.varve.timescale.model.RefreshWindow;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.operation.AddDimension;
import dev.varve.timescale.operation.AlterDimension;
import dev.varve.timescale.operation.AlterJob;
import dev.varve.timescale.operation.CreateContinuousAggregate;
import dev.varve.timescale.operation.CreateHypertable;
import dev.varve.timescale.operation.CreateIndexPerChunk;
import dev.varve.timescale.operation.DropCompression;
import dev.varve.timescale.operation.DropPolicy;
import dev.varve.timescale.operation.RebuildHypertable;
import dev.varve.timescale.operation.RebuildTable;
import dev.varve.timescale.operation.RecreateContinuousAggregate;
import dev.varve.timescale.operation.RefreshAggregate;
import dev.varve.timescale.operation.SetChunkInterval;
import dev.varve.timescale.operation.SetChunkSkipping;
import dev.varve.timescale.operation.SetClock;
import dev.varve.timescale.operation.SetCompression;
import dev.varve.timescale.operation.SetMaterializedOnly;
import dev.varve.timescale.operation.SetPolicy;
import dev.varve.timescale.operation.SetRefreshPolicies;
import dev.varve.timescale.operation.SetTablespaces;
import dev.varve.timescale.operation.StoreChunks;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can happen to hypertables, continuous aggregates and jobs. */
final class TimescaleOperations {

    private TimescaleOperations() {}

    static List<OperationForm<?>> all() {
        return List.of(
                OperationForm.of(CreateHypertable.class, TimescaleOperations::hypertable),
                OperationForm.of(
                        CreateIndexPerChunk.class,
                        (operation, source) -> Sentence.about(
                                source.name(operation.index().on()),
                                Call.of("addIndexPerChunk", source.definition(operation.index())))),
                OperationForm.of(
                        AddDimension.class,
                        (op, source) -> dimension("addDimension", op.table(), op.dimension(), source)),
                OperationForm.of(
                        AlterDimension.class,
                        (op, source) -> dimension("alterDimension", op.table(), op.dimension(), source)),
                of(
                        SetChunkInterval.class,
                        SetChunkInterval::relation,
                        op -> Call.of("chunkInterval", Spans.of(op.interval()))),
                of(SetChunkSkipping.class, SetChunkSkipping::table, op -> HypertableFacets.skipping(op.skipping())),
                of(SetClock.class, SetClock::table, op -> Call.of("now", HypertableFacets.function(op.function()))),
                of(
                        SetCompression.class,
                        SetCompression::relation,
                        op -> Call.of("compress", Compressions.of(op.compression()))),
                of(DropCompression.class, DropCompression::relation, op -> Call.of("dropCompression")),
                OperationForm.of(SetPolicy.class, TimescaleOperations::policy),
                of(DropPolicy.class, DropPolicy::relation, op -> Call.of(ending(op.kind()))),
                of(SetTablespaces.class, SetTablespaces::table, op -> HypertableFacets.tablespaces(op.tablespaces())),
                OperationForm.of(
                        RebuildHypertable.class,
                        (op, source) -> Sentence.about(
                                source.name(op.table()),
                                HypertableFacets.hypertable("rebuildAsHypertable", op.hypertable(), source))),
                of(StoreChunks.class, StoreChunks::relation, TimescaleOperations::storing),
                OperationForm.of(RebuildTable.class, TimescaleOperations::rebuilding),
                OperationForm.of(CreateContinuousAggregate.class, TimescaleOperations::creating),
                OperationForm.of(RecreateContinuousAggregate.class, TimescaleOperations::recreating),
                of(RefreshAggregate.class, RefreshAggregate::aggregate, op -> refreshing(op.window())),
                of(
                        SetMaterializedOnly.class,
                        SetMaterializedOnly::aggregate,
                        op -> Call.of(op.materializedOnly() ? "materializedOnly" : "realTime")),
                of(SetRefreshPolicies.class, SetRefreshPolicies::aggregate, TimescaleOperations::refresh),
                OperationForm.of(AlterJob.class, TimescaleOperations::job));
    }

    /** The form of a word about a hypertable or a continuous aggregate. */
    private static <P extends dev.varve.operation.Operation> OperationForm<P> of(
            Class<P> type, Function<P, ObjectId<?>> subject, Function<P, Call> word) {
        return OperationForm.of(
                type,
                (operation, source) -> Sentence.about(source.name(subject.apply(operation)), word.apply(operation)));
    }

    private static Sentence hypertable(CreateHypertable operation, Source source) {
        String word = operation.migrateData() ? "migrateToHypertable" : "hypertable";
        return Sentence.about(
                source.name(operation.table()), HypertableFacets.hypertable(word, operation.hypertable(), source));
    }

    private static Sentence dimension(String word, ObjectId<Table> table, Dimension dimension, Source source) {
        return Sentence.about(source.name(table), Call.of(word, HypertableFacets.dimension(dimension, source)));
    }

    private static Sentence policy(SetPolicy operation, Source source) {
        Policies policies = new Policies(
                Optional.of(Chunked.of(operation.relation(), source.before()).axis()));
        Policy policy = operation.policy();
        Call word = policy instanceof RetentionPolicy retention
                ? policies.retain(retention)
                : policies.compressAfter((CompressionPolicy) policy);
        return Sentence.about(source.name(operation.relation()), word);
    }

    private static String ending(Class<? extends Policy> kind) {
        return kind == RetentionPolicy.class ? "dropRetention" : "dropCompressionPolicy";
    }

    private static Call storing(StoreChunks operation) {
        String word = operation.store().verb() + "Chunks";
        return operation.age().map(age -> Call.of(word, Policies.old(age))).orElse(Call.of(word));
    }

    /** What else a way back rebuilds has no words of its own. */
    private static Sentence rebuilding(RebuildTable operation, Source source) {
        return operation.facts().isEmpty()
                ? Sentence.about(source.name(operation.table()), Call.of("rebuildAsTable"))
                : Sentence.adding(operation);
    }

    private static Sentence creating(CreateContinuousAggregate operation, Source source) {
        return Sentence.of("create", definition(operation.aggregate(), operation.filled()));
    }

    private static Sentence recreating(RecreateContinuousAggregate operation, Source source) {
        return Sentence.of("recreate", definition(operation.aggregate(), operation.filled()));
    }

    private static Chain definition(ContinuousAggregate aggregate, boolean filled) {
        return AggregateForm.definition(aggregate).when(!filled, "withNoData");
    }

    private static Call refreshing(RefreshWindow window) {
        Chain chain = window.whole()
                ? Chain.of("window", Code.raw(window.from() + "L"), Code.raw(window.to() + "L"))
                : Chain.of("window", Spans.moment(window.from()), Spans.moment(window.to()));
        return Call.of("refreshNow", chain.when(window.step().map(Spans::of), "inSteps"));
    }

    private static Call refresh(SetRefreshPolicies operation) {
        return operation.policies().isEmpty() ? Call.of("dropRefresh") : Policies.refresh(operation.policies());
    }

    private static Sentence job(AlterJob operation, Source source) {
        Database before = source.before();
        Job after = operation.after(before).get(operation.job());
        return Sentence.about(source.definition(after), Call.of("asWritten"));
    }
}
