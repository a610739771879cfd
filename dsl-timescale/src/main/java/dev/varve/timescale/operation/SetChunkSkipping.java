package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.ChunkSkipping;
import java.util.List;

/**
 * Skips chunks of a hypertable by these columns alone: {@code select public.enable_chunk_skipping(...)}, {@code select
 * public.disable_chunk_skipping(...)}.
 */
public record SetChunkSkipping(ObjectId<Table> table, ChunkSkipping skipping) implements TimescaleOperation {

    @Override
    public String description() {
        return "skip chunks of " + table.name() + " by "
                + (skipping.skipped().isEmpty() ? "nothing" : String.join(", ", skipping.skipped()));
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        return skipping.leadingFrom(present(before), before.get(table), before);
    }

    private ChunkSkipping present(Database before) {
        return before.get(table).facet(ChunkSkipping.class).orElse(new ChunkSkipping(List.of()));
    }

    @Override
    public Database after(Database before) {
        return before.alter(
                table, t -> skipping.skipped().isEmpty() ? t.without(ChunkSkipping.class) : t.with(skipping));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new SetChunkSkipping(table, present(before)));
    }
}
