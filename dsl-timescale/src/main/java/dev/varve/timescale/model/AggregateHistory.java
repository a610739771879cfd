package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/** What a continuous aggregate holds of rows that its source has dropped, which nobody can compute again. */
public record AggregateHistory(ContinuousAggregate aggregate) {

    /**
     * What making it again would lose, as far as the retention of its source tells that, in a sentence.
     *
     * @param staying the state without what is made again with it
     */
    public Optional<String> lostRemaking(Database before, Database staying) {
        SchemaObject base = new AggregateSource(aggregate).base(before, staying);
        return Chunked.of(base.id(), before)
                .fact(RetentionPolicy.class)
                .filter(policy -> !policy.keepsAsLongAs(aggregate.fact(RetentionPolicy.class)))
                .map(policy -> "The " + aggregate.id() + " would be made again of " + base.id() + ", which has a "
                        + policy.description() + ": what it holds of older rows would be lost.");
    }

    /**
     * The statements that fail if making it again would lose something that is there.
     *
     * @param hint what to do then
     */
    public List<Statement> guarding(Database before, Database staying, String hint) {
        return TimescaleEdition.of(before).isPlain()
                ? List.of()
                : HistoryGuard.ofAll(aggregate, new AggregateSource(aggregate).base(before, staying), before, hint)
                        .stream()
                        .toList();
    }
}
