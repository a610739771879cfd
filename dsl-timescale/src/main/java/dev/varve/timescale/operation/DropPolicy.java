package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Chunked;
import dev.varve.timescale.model.Policy;
import java.util.List;
import java.util.Locale;

/**
 * Removes a policy from a hypertable or a continuous aggregate: {@code select public.remove_retention_policy(relation => 'market_data.trades')}. Taken back, the
 * job has another id and no statistics.
 */
public record DropPolicy(ObjectId<?> relation, Class<? extends Policy> kind) implements TimescaleOperation {

    @Override
    public String description() {
        return "remove the " + words() + " of " + relation.name();
    }

    private String words() {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(relation);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return List.of(Statement.of(policy(before).removal(relation.name()).select(before), LockMode.NONE));
    }

    private Policy policy(Database before) {
        return Chunked.of(relation, before)
                .fact(kind)
                .orElseThrow(() -> new RefusedException(relation, "The " + relation + " has no " + words() + '.'));
    }

    @Override
    public Database after(Database before) {
        policy(before);
        return Chunked.of(relation, before).without(kind).in(before);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetPolicy(relation, policy(before)));
    }
}
