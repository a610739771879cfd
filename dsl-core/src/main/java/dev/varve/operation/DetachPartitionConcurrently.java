package dev.varve.operation;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.PartitionBound;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes a partition a table of its own while its table is read and written: {@code alter table trading.trades detach partition
 * trading.trades_old concurrently}, which PostgreSQL runs only outside a transaction. A run that was cut off is finished with {@code
 * finalize}. The check by which PostgreSQL holds the new table to the bounds of the partition goes (<a
 * href="https://www.postgresql.org/docs/current/sql-altertable.html">documentation</a>).
 */
public record DetachPartitionConcurrently(ObjectId<Partition> partition) implements Operation {

    @Override
    public String description() {
        return "detach " + partition + " concurrently";
    }

    @Override
    public Footprint footprint() {
        return plain().footprint();
    }

    private DetachPartition plain() {
        return new DetachPartition(partition);
    }

    @Override
    public List<Statement> statements(Database before) {
        ObjectId<?> parent = before.get(partition).parent();
        Sql detach = Sql.of("alter table {} detach partition {}", parent.name(), partition.name());
        Recovery recovery = new Recovery(probe(parent), detach.then(Sql.raw(" finalize")));
        List<Statement> statements = new ArrayList<>();
        DetachPartition.naming(before.get(partition), before).ifPresent(statements::add);
        statements.addAll(List.of(
                Statement.alone(detach.then(Sql.raw(" concurrently")), LockMode.SHARE_UPDATE_EXCLUSIVE, recovery),
                Statement.of(withoutBounds(before), LockMode.ACCESS_EXCLUSIVE)));
        return statements;
    }

    private Sql probe(ObjectId<?> parent) {
        return Sql.of(
                """
                select case
                    when to_regclass({}) is null then 'There is no such partition any more.'
                    when h.inhrelid is null then 'DONE'
                    when exists (select from pg_locks l where l.relation = h.inhparent and l.pid <> pg_backend_pid()
                        and l.granted and l.mode = 'ShareUpdateExclusiveLock') then 'BUSY'
                    when h.inhdetachpending then 'BROKEN'
                    else 'ABSENT'
                end
                from (select 1) one
                left join pg_inherits h on h.inhrelid = to_regclass({}) and h.inhparent = to_regclass({})""",
                Literal.text(partition.name().sql()),
                Literal.text(partition.name().sql()),
                Literal.text(parent.name().sql()));
    }

    /** PostgreSQL names that check, so that only the server can tell which it is. */
    private Sql withoutBounds(Database before) {
        Table table = DetachPartition.detached(before.get(partition), before);
        String kept = table.constraints().values().stream()
                .filter(CheckConstraint.class::isInstance)
                .map(check -> Literal.text(check.name()).sql())
                .collect(Collectors.joining(", "));
        String body = """

                declare bound name;
                begin
                    for bound in
                        select conname from pg_constraint
                        where conrelid = %s::regclass and contype = 'c' and conname <> all (array[%s]::name[])
                    loop
                        execute format('alter table %%s drop constraint %%I', %s, bound);
                    end loop;
                end
                """.formatted(
                        Literal.text(partition.name().sql()).sql(),
                        kept,
                        Literal.text(partition.name().sql()).sql());
        return Sql.of("do {}", new DollarQuoted(body));
    }

    @Override
    public Database after(Database before) {
        Partition old = before.get(partition);
        boolean hasDefault = before.owned(old.parent()).stream()
                .anyMatch(owned ->
                        owned instanceof Partition other && other.bound().equals(PartitionBound.DEFAULT));
        if (hasDefault) {
            throw new RefusedException(
                    partition,
                    "The " + partition + " cannot be detached concurrently, because " + old.parent()
                            + " has a default partition. Say detachPartition, or drop that one first.");
        }
        return plain().after(before);
    }

    @Override
    public Reversal reversal(Database before) {
        return plain().reversal(before);
    }
}
