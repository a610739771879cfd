package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.TimescaleEdition;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets up how the chunks of a hypertable are compressed, or changes it: {@code alter table market_data.trades set (timescaledb.compress =
 * true, ...)}. Chunks that are compressed already stay as they are until they are compressed anew.
 */
public record SetCompression(ObjectId<Table> table, Compression compression) implements TimescaleOperation {

    /** The first 2.minor in which a setting can be reset. */
    private static final int RESET = 22;

    @Override
    public String description() {
        return "set up " + compression.description() + " of " + table.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(table);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        Table old = before.get(table);
        List<Statement> statements = new ArrayList<>();
        old.facet(Compression.class).ifPresent(present -> statements.addAll(clearing(present, before)));
        statements.addAll(settled(old).making(old, before));
        return settled(old).aroundChange(statements, old, before);
    }

    /** What was said and is left to TimescaleDB again, or is no more. */
    private List<Statement> clearing(Compression present, Database before) {
        List<Sql> options = new ArrayList<>();
        if (present.segmentBy().isPresent() && compression.segmentBy().isEmpty()) {
            options.add(Sql.raw("timescaledb.segmentby"));
        }
        if (present.orderBy().isPresent() && compression.orderBy().isEmpty()) {
            options.add(Sql.raw("timescaledb.orderby"));
        }
        if (!present.sparse().isEmpty() && !present.sparse().equals(compression.sparse())) {
            options.add(Sql.raw("timescaledb.sparse_index"));
        }
        List<Statement> statements = new ArrayList<>();
        if (!options.isEmpty()) {
            TimescaleEdition.require(table, "Leaving compression to TimescaleDB again", RESET, before);
            statements.add(Statement.of(
                    Sql.of("alter table {} reset ({})", table.name(), Sql.join(", ", options)),
                    LockMode.SHARE_UPDATE_EXCLUSIVE));
        }
        if (present.merged().isPresent() && compression.merged().isEmpty()) {
            statements.add(mergingNothing(table));
        }
        return statements;
    }

    /** The statement that merges no more chunks; the setting cannot be reset, and outlives the compression. */
    static Statement mergingNothing(ObjectId<Table> table) {
        return Statement.of(
                Sql.of("alter table {} set (timescaledb.compress_chunk_time_interval = '0')", table.name()),
                LockMode.ACCESS_EXCLUSIVE);
    }

    private Compression settled(Table old) {
        return compression.settled(Hypertable.of(old));
    }

    @Override
    public Database after(Database before) {
        return before.alter(table, t -> t.with(settled(t)));
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(before.get(table)
                .facet(Compression.class)
                .<Operation>map(old -> new SetCompression(table, old))
                .orElseGet(() -> new DropCompression(table)));
    }
}
