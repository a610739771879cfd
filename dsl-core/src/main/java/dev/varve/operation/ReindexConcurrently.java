package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;

/**
 * Builds an index anew while its table is read and written: {@code reindex index concurrently ...}, which PostgreSQL runs only outside a
 * transaction. A build that was cut off leaves an invalid index called {@code ..._ccnew} behind, which the next run removes.
 */
public record ReindexConcurrently(ObjectId<Index> index) implements Operation {

    private static final String UNFINISHED = "_ccnew";
    private static final int MAX_BYTES = 63;

    @Override
    public String description() {
        return "reindex " + index + " concurrently";
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(index);
    }

    @Override
    public List<Statement> statements(Database before) {
        return List.of(Statement.alone(
                Sql.of("reindex index concurrently {}", index.name()),
                LockMode.SHARE_UPDATE_EXCLUSIVE,
                new Recovery(probe(), Sql.of("drop index concurrently if exists {}", unfinished()))));
    }

    /** PostgreSQL cuts off the end of a name that would become too long. */
    private QualifiedName unfinished() {
        String name = index.name().name();
        while ((name + UNFINISHED).getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return index.name().named(name + UNFINISHED);
    }

    private Sql probe() {
        return Sql.of("""
                select case
                    when i.indexrelid is null or i.indisvalid then 'ABSENT'
                    when exists (select from pg_locks l where l.relation = i.indexrelid and l.pid <> pg_backend_pid()
                        and l.mode in ('ShareUpdateExclusiveLock', 'AccessExclusiveLock')) then 'BUSY'
                    else 'BROKEN'
                end
                from (select to_regclass({}) as oid) named
                left join pg_index i on i.indexrelid = named.oid""", Literal.text(unfinished().sql()));
    }

    @Override
    public Database after(Database before) {
        before.get(index);
        return before;
    }

    /** An index says the same however often it is built. */
    @Override
    public Reversal reversal(Database before) {
        return Reversal.Exact.by();
    }
}
