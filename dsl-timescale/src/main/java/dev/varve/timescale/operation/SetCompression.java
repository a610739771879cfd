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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets up how the chunks of a hypertable are compressed, or changes it: {@code alter table market_data.trades set (timescaledb.compress =
 * true, ...)}. Chunks that are compressed already stay as they are until they are compressed anew.
 */
public record SetCompression(ObjectId<Table> table, Compression compression) implements TimescaleOperation {

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
        reset(old).ifPresent(statements::add);
        statements.addAll(settled(old).making(old, before));
        return statements;
    }

    /** What was said and is left to TimescaleDB again. */
    private Optional<Statement> reset(Table old) {
        List<Sql> options = new ArrayList<>();
        old.facet(Compression.class).ifPresent(before -> {
            if (before.segmentBy().isPresent() && compression.segmentBy().isEmpty()) {
                options.add(Sql.raw("timescaledb.segmentby"));
            }
            if (before.orderBy().isPresent() && compression.orderBy().isEmpty()) {
                options.add(Sql.raw("timescaledb.orderby"));
            }
        });
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(Statement.of(
                        Sql.of("alter table {} reset ({})", table.name(), Sql.join(", ", options)),
                        LockMode.SHARE_UPDATE_EXCLUSIVE));
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
