package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Chunked;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.TimescaleEdition;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets up how the chunks of a hypertable or a continuous aggregate are compressed, or changes it: {@code alter table market_data.trades set (timescaledb.compress =
 * true, ...)}. Chunks that are compressed already stay as they are until they are compressed anew.
 */
public record SetCompression(ObjectId<?> relation, Compression compression) implements TimescaleOperation {

    /** The first 2.minor in which a setting can be reset. */
    private static final int RESET = 22;

    @Override
    public String description() {
        return "set up " + compression.description() + " of " + relation.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(relation);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        Chunked old = Chunked.of(relation, before);
        List<Statement> statements = new ArrayList<>();
        old.fact(Compression.class).ifPresent(present -> statements.addAll(clearing(present, old, before)));
        statements.addAll(settled(old).making(old, before));
        return settled(old).aroundChange(statements, old, before);
    }

    /** What was said and is left to TimescaleDB again, or is no more. */
    private List<Statement> clearing(Compression present, Chunked old, Database before) {
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
            refuseReset(old);
            TimescaleEdition.require(relation, "Leaving compression to TimescaleDB again", RESET, before);
            statements.add(Statement.of(
                    Sql.of("{} reset ({})", old.altering(), Sql.join(", ", options)), LockMode.SHARE_UPDATE_EXCLUSIVE));
        }
        if (present.merged().isPresent() && compression.merged().isEmpty()) {
            statements.add(mergingNothing(old));
        }
        return statements;
    }

    /** The statement that merges no more chunks; the setting cannot be reset, and outlives the compression. */
    static Statement mergingNothing(Chunked old) {
        return Statement.of(
                Sql.of("{} set (timescaledb.compress_chunk_time_interval = '0')", old.altering()),
                LockMode.ACCESS_EXCLUSIVE);
    }

    private void refuseReset(Chunked old) {
        if (old instanceof ContinuousAggregate) {
            throw new RefusedException(
                    relation,
                    "What orders and segments the compressed rows of " + relation
                            + " cannot be left to TimescaleDB again; TimescaleDB refuses that of continuous aggregates. Say"
                            + " segmentBy(...) and orderBy(...).");
        }
    }

    private Compression settled(Chunked old) {
        return compression.settled(old.axis());
    }

    @Override
    public Database after(Database before) {
        Chunked old = Chunked.of(relation, before);
        return old.with(settled(old)).in(before);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(Chunked.of(relation, before)
                .fact(Compression.class)
                .<Operation>map(old -> new SetCompression(relation, old))
                .orElseGet(() -> new DropCompression(relation)));
    }
}
