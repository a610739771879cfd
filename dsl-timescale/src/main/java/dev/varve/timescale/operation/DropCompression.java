package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.operation.Footprint;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import dev.varve.sql.Hazard;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Chunked;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.TimescaleCall;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the compression of a hypertable or a continuous aggregate: its policy goes first, because it would fail at every run, then every chunk is decompressed, then
 * {@code alter table market_data.trades set (timescaledb.compress = false)}. The way back sets both up again; chunks are compressed once
 * the policy comes to them.
 */
public record DropCompression(ObjectId<?> relation) implements TimescaleOperation {

    @Override
    public String description() {
        return "end the compression of " + relation.name();
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(relation);
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        List<Statement> statements = new ArrayList<>();
        Chunked old = Chunked.of(relation, before);
        old.fact(CompressionPolicy.class)
                .map(policy -> policy.removal(relation.name()).select(before))
                .ifPresent(sql -> statements.add(Statement.of(sql, LockMode.NONE)));
        statements.add(Statement.of(decompressing(before), LockMode.ACCESS_EXCLUSIVE, Hazard.REWRITES_TABLE));
        if (compression(before).merged().isPresent()) {
            statements.add(SetCompression.mergingNothing(old));
        }
        statements.add(Compression.ending(old));
        return statements;
    }

    private Sql decompressing(Database before) {
        TimescaleCall decompress = TimescaleCall.of("decompress_chunk")
                .with("uncompressed_chunk", Sql.raw("c"))
                .with("if_compressed", Literal.of(true));
        TimescaleCall chunks = TimescaleCall.of("show_chunks").with("relation", relation.name());
        return Sql.of("{} from {} c", decompress.select(before), chunks.in(before));
    }

    private Compression compression(Database before) {
        return Chunked.of(relation, before)
                .fact(Compression.class)
                .orElseThrow(() -> new RefusedException(relation, "The " + relation + " is not compressed."));
    }

    @Override
    public Database after(Database before) {
        compression(before);
        return Chunked.of(relation, before)
                .without(CompressionPolicy.class)
                .without(Compression.class)
                .in(before);
    }

    @Override
    public Reversal reversal(Database before) {
        List<Operation> operations = new ArrayList<>(List.of(new SetCompression(relation, compression(before))));
        Chunked.of(relation, before)
                .fact(CompressionPolicy.class)
                .ifPresent(policy -> operations.add(new SetPolicy(relation, policy)));
        return new Reversal.Exact(operations);
    }
}
