package dev.varve.timescale.source;

import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.source.Call;
import dev.varve.source.Code;
import dev.varve.source.ObjectForm;
import dev.varve.source.Sentence;
import dev.varve.source.Source;
import dev.varve.source.UnwritableException;
import dev.varve.timescale.model.ReorderPolicy;
import dev.varve.timescale.model.Schedule;
import java.util.Optional;

/** By which index rows are put into order, which is a word about the table. */
final class ReorderForm implements ObjectForm<ReorderPolicy> {

    @Override
    public Class<ReorderPolicy> type() {
        return ReorderPolicy.class;
    }

    @Override
    public Code name(ObjectId<ReorderPolicy> id, Source source) {
        throw new UnwritableException("The " + id + " has no name of its own.");
    }

    @Override
    public Code definition(ReorderPolicy policy, Source source) {
        Schedule usual = new ReorderPolicy(policy.table(), policy.index(), Schedule.CHOSEN).schedule();
        return Call.of("reorder", policy.index().name().name(), Schedules.of(policy.schedule(), usual));
    }

    @Override
    public Optional<Sentence> making(ReorderPolicy policy, Source source) {
        Call word = (Call) definition(policy, source);
        return Optional.of(Sentence.about(source.name(Table.id(policy.table())), word));
    }

    @Override
    public Optional<Sentence> removing(ReorderPolicy policy, Source source) {
        return Optional.of(Sentence.about(source.name(Table.id(policy.table())), Call.of("dropReorder")));
    }
}
