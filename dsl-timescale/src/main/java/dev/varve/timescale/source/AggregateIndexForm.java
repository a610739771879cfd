package dev.varve.timescale.source;

import dev.varve.model.ObjectId;
import dev.varve.source.Call;
import dev.varve.source.Code;
import dev.varve.source.ObjectForm;
import dev.varve.source.Sentence;
import dev.varve.source.Source;
import dev.varve.timescale.model.AggregateIndex;
import java.util.Optional;

/** An index of what a continuous aggregate stores, which is a word about the aggregate. */
final class AggregateIndexForm implements ObjectForm<AggregateIndex> {

    @Override
    public Class<AggregateIndex> type() {
        return AggregateIndex.class;
    }

    @Override
    public Code name(ObjectId<AggregateIndex> id, Source source) {
        return Call.of("index", id.name().name());
    }

    @Override
    public Code definition(AggregateIndex index, Source source) {
        return source.definition(index.index());
    }

    @Override
    public Optional<Sentence> making(AggregateIndex index, Source source) {
        return Optional.of(
                Sentence.about(source.name(index.index().on()), Call.of("addIndex", definition(index, source))));
    }

    @Override
    public Optional<Sentence> removing(AggregateIndex index, Source source) {
        return Optional.of(Sentence.about(
                source.name(index.index().on()),
                Call.of("dropIndex", index.index().name().name())));
    }
}
