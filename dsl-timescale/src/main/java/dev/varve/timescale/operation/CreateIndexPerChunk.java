package dev.varve.timescale.operation;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.operation.DropObject;
import dev.varve.operation.Footprint;
import dev.varve.operation.Reversal;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import dev.varve.timescale.model.Hypertable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Builds an index of a hypertable chunk by chunk, each in a transaction of its own: {@code create index ... with
 * (timescaledb.transaction_per_chunk = true)}, outside a transaction (<a
 * href="https://docs.timescale.com/api/latest/hypertable/create_index/">documentation</a>). Only the chunk that is just being indexed takes no
 * rows meanwhile. A build that was cut off leaves an invalid index behind, which the next run removes before it builds anew.
 */
public record CreateIndexPerChunk(Index index) implements TimescaleOperation {

    @Override
    public String description() {
        return "create " + index.id() + " chunk by chunk";
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(index.on()), Set.of(index.id()), Set.of());
    }

    @Override
    public List<Statement> onTimescale(Database before) {
        Index perChunk = index.stored(
                index.storage().with(index.storage().parameters().and("timescaledb.transaction_per_chunk", "true")));
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.alone(perChunk.definition("index"), LockMode.SHARE, new Recovery(probe(), cleanup())));
        statements.addAll(index.afterwards());
        return statements;
    }

    @Override
    public List<Statement> onPlain(Database before) {
        return index.creation(before);
    }

    private Sql probe() {
        return Sql.of("""
                select case
                    when i.indexrelid is null then 'ABSENT'
                    when exists (select from pg_locks l where l.relation = i.indrelid and l.pid <> pg_backend_pid()
                        and l.mode in ('ShareLock', 'ShareUpdateExclusiveLock', 'AccessExclusiveLock')) then 'BUSY'
                    when i.indisvalid then 'DONE'
                    else 'BROKEN'
                end
                from (select to_regclass({}) as oid) named
                left join pg_index i on i.indexrelid = named.oid""", Literal.text(index.name().sql()));
    }

    private Sql cleanup() {
        return Sql.of("drop index if exists {}", index.name());
    }

    @Override
    public Database after(Database before) {
        Hypertable.of((Table) before.get(index.on()));
        if (index.unique()) {
            throw new RefusedException(
                    index.id(),
                    "A unique index cannot be built chunk by chunk; TimescaleDB refuses that. Add \""
                            + index.name().name() + "\" with addIndex(...).");
        }
        return before.plus(index);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(new DropObject(index.id()));
    }
}
