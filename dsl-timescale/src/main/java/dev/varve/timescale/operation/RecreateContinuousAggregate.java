package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.RefusedException;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.RecreateObject;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.AggregateHistory;
import dev.varve.timescale.model.ContinuousAggregate;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops a continuous aggregate and makes it anew in another form, with the comments, privileges and indexes that it had: the only way to
 * another query. What it held is computed again from what its source has; where the source drops rows, or has dropped some of which the
 * aggregate holds buckets, that is refused, because they would be lost.
 *
 * @param filled whether everything is computed; if not, that is left to a policy or to {@link RefreshAggregate}
 */
public record RecreateContinuousAggregate(ContinuousAggregate aggregate, boolean filled) implements Operation {

    private static final String REMEDY = "drop it with drop(...), and create it again.";

    @Override
    public String description() {
        return "recreate " + aggregate.id();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(aggregate.id());
    }

    private RecreateObject recreating(Database before) {
        return new RecreateObject(aggregate.settled(before.minus(aggregate.id())));
    }

    private AggregateHistory history(Database before) {
        return new AggregateHistory(before.get(aggregate.id()));
    }

    @Override
    public List<Statement> statements(Database before) {
        List<Statement> statements =
                new ArrayList<>(history(before).guarding(before, before, "If they may be lost, " + REMEDY));
        recreating(before).statements(before).stream()
                .filter(statement -> filled || statement.transactional())
                .forEach(statements::add);
        return statements;
    }

    @Override
    public Database after(Database before) {
        history(before).lostRemaking(before, before).ifPresent(lost -> {
            throw new RefusedException(aggregate.id(), lost + " If it may be, " + REMEDY);
        });
        return recreating(before).after(before);
    }

    @Override
    public Reversal reversal(Database before) {
        return recreating(before).reversal(before);
    }
}
