package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.ContinuousAggregate;
import java.util.List;

/**
 * Lets a continuous aggregate show what is stored alone, or also what has come since: {@code alter materialized view
 * market_data.hourly_trades set (timescaledb.materialized_only = true)}.
 */
public record SetMaterializedOnly(ObjectId<ContinuousAggregate> aggregate, boolean materializedOnly)
        implements TimescaleOperation {

    @Override
    public String description() {
        return "let " + aggregate.name()
                + (materializedOnly ? " show what is stored alone" : " show what has just come, too");
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(aggregate);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return List.of(before.get(aggregate).showing(materializedOnly, before));
    }

    @Override
    public Database after(Database before) {
        return before.alter(aggregate, a -> a.materializedOnly(materializedOnly));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(
                new SetMaterializedOnly(aggregate, before.get(aggregate).materializedOnly()));
    }
}
