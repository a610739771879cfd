package dev.varve.operation;

import dev.varve.model.ClusterMark;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.MaterializedView;
import dev.varve.model.ObjectId;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Says by which index {@code cluster} orders a materialized view, or that it has to be told: {@code alter materialized view
 * trading.exposure cluster on ux_exposure}.
 */
public record SetClusterMark(ObjectId<MaterializedView> view, Optional<ObjectId<Index>> index) implements Operation {

    @Override
    public String description() {
        return index.map(by -> "cluster " + view + " on " + by.name()).orElse("set " + view + " without cluster");
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(view);
    }

    private ObjectId<ClusterMark> mark() {
        return ClusterMark.id(view.name());
    }

    @Override
    public List<Statement> statements(Database before) {
        return index.map(by -> new ClusterMark(view, by).creation(before))
                .or(() -> before.find(mark()).map(old -> old.removal(before)))
                .orElse(List.of());
    }

    @Override
    public Database after(Database before) {
        before.get(view);
        Database without = before.has(mark()) ? before.minus(mark()) : before;
        return index.map(by -> without.plus(new ClusterMark(view, by))).orElse(without);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetClusterMark(view, before.find(mark()).map(ClusterMark::index)));
    }
}
