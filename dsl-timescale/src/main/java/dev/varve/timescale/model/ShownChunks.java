package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.RefusedException;
import dev.varve.model.Table;
import dev.varve.sql.DollarQuoted;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Recovery;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.Optional;

/**
 * The chunks that are there when a statement runs, all or those of an age.
 *
 * @param age how old they are; all are meant if empty
 */
public record ShownChunks(Chunked chunked, Optional<Age> age) {

    /** The first 2.minor that shows chunks by their creation. */
    private static final int BY_CREATION = 13;

    /**
     * Looks for a reason why none of them can be compressed, or be so now.
     *
     * @throws RefusedException if there is one
     */
    public void check(ChunkStore store, Database database) {
        if (chunked.fact(Compression.class).isEmpty()) {
            throw new RefusedException(
                    chunked.id(),
                    "The chunks of " + chunked.id() + " cannot be " + store.verb()
                            + "ed, because its compression is not set up. Say compress(segmentBy(...)) before.");
        }
        age.ifPresent(old -> old.check(chunked, store.verb() + "ion of chunks after " + old));
        if (isCounted()) {
            Hypertable.of(hypertable(database)).refuseWithoutClock(hypertable(database));
        }
    }

    private boolean isCounted() {
        return age.filter(old -> !old.sinceCreation() && old.length() instanceof IntegerSpan)
                .isPresent();
    }

    /** What is cut into chunks in the end, below all aggregates. */
    private Table hypertable(Database database) {
        return chunked instanceof ContinuousAggregate aggregate
                ? (Table) new AggregateSource(aggregate).base(database, Database.empty())
                : (Table) database.get(chunked.id());
    }

    /**
     * The statement that stores each so in a transaction of its own, so that only one at a time cannot be read. It runs alone, and may run
     * again: what is done is passed over.
     */
    public Statement storing(ChunkStore store, Database database) {
        age.ifPresent(old -> old.require(
                chunked.id(), "The " + store.verb() + "ion of chunks by their creation", BY_CREATION, database));
        Sql body = Sql.of("""

                declare
                    chunk regclass;
                begin
                    for chunk in select c from {} c loop
                        {};
                        commit;
                    end loop;
                end""", showing(database).in(database), store.storing(Sql.raw("chunk"), database));
        return Statement.alone(
                Sql.of("do {}", new DollarQuoted(body.text())),
                LockMode.ACCESS_EXCLUSIVE,
                new Recovery(Sql.raw("select 'ABSENT'"), Sql.raw("select 'nothing to clean up'")));
    }

    private TimescaleCall showing(Database database) {
        TimescaleCall all = TimescaleCall.of("show_chunks").with("relation", chunked.name());
        return age.map(old -> old.sinceCreation()
                        ? all.with("created_before", old.length())
                        : all.with("older_than", isCounted() ? counted(old, database) : Sql.of("{}", old.length())))
                .orElse(all);
    }

    /** Where time is a whole number, what is shown is what ends before a number of its very type. */
    private Sql counted(Age old, Database database) {
        RangeDimension time = Hypertable.of(hypertable(database)).time();
        QualifiedName clock = time.clock().orElseThrow();
        String type = hypertable(database).column(time.column()).type().name().name();
        return Sql.of("({}() - {})::{}", clock, old.length(), Sql.raw(type));
    }
}
