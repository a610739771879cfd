package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.RoomForIndex;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Builds an index while the table is written: {@code create index concurrently ...}, which PostgreSQL runs only outside a transaction.
 * A build that was cut off leaves an invalid index behind; the next run waits while it is still being built, or removes it and
 * builds anew. An index of a partitioned table is built concurrently for each of its partitions.
 */
public record CreateIndexConcurrently(Index index) implements Operation {

    @Override
    public String description() {
        return "create " + index.id() + " concurrently";
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(index.on()), Set.of(index.id()), Set.of());
    }

    @Override
    public List<Statement> statements(Database before) {
        if (IndexOfPartitions.isNeeded(index, before)) {
            return new IndexOfPartitions(before).statements(index);
        }
        List<Statement> statements =
                new ArrayList<>(new RoomForIndex(before).of(index).toList());
        statements.addAll(building());
        return statements;
    }

    /** The statements where nothing else can have the name. */
    List<Statement> building() {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.alone(
                index.definition("index concurrently"),
                LockMode.SHARE_UPDATE_EXCLUSIVE,
                new Recovery(probe(), cleanup())));
        statements.addAll(index.afterwards());
        return statements;
    }

    private Sql probe() {
        return Sql.of(
                """
                select case
                    when c.oid is null then 'ABSENT'
                    when i.indexrelid is null then 'The name is taken by something that is no index.'
                    when i.indrelid <> to_regclass({}) then 'The name is taken by an index of another table.'
                    when i.indisvalid then 'DONE'
                    when exists (select from pg_stat_progress_create_index p where p.index_relid = c.oid) then 'BUSY'
                    when exists (select from pg_locks l where l.relation = c.oid and l.pid <> pg_backend_pid()
                        and l.mode in ('ShareUpdateExclusiveLock', 'AccessExclusiveLock')) then 'BUSY'
                    else 'BROKEN'
                end
                from (select to_regclass({}) as oid) named
                left join pg_class c on c.oid = named.oid
                left join pg_index i on i.indexrelid = c.oid""",
                Literal.text(index.on().name().sql()),
                Literal.text(index.name().sql()));
    }

    private Sql cleanup() {
        return Sql.of("drop index concurrently if exists {}", index.name());
    }

    @Override
    public Database after(Database before) {
        Database after = before.plus(index);
        if (IndexOfPartitions.isNeeded(index, before)) {
            new IndexOfPartitions(before).check(index);
        } else {
            index.checkConcurrently(after);
        }
        return after;
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by(
                IndexOfPartitions.isNeeded(index, before)
                        ? new DropObject(index.id())
                        : new DropIndexConcurrently(index.id()));
    }
}
