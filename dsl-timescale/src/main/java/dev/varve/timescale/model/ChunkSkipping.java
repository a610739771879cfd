package dev.varve.timescale.model;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That queries skip chunks of a hypertable by the range of the values of columns
 * (<a href="https://docs.timescale.com/api/latest/hypertable/enable_chunk_skipping/">documentation</a>). Ranges are known once chunks are
 * compressed; a session uses them if its setting {@code timescaledb.enable_chunk_skipping} is on.
 */
public record ChunkSkipping(List<String> skipped) implements TimescaleFacet {

    /** The first 2.minor that has it. */
    private static final int SINCE = 16;

    private static final Set<String> TYPES =
            Set.of("smallint", "integer", "bigint", "serial", "bigserial", "date", "timestamp", "timestamptz");

    /** The columns in the order of their names, because TimescaleDB knows none. */
    public ChunkSkipping {
        skipped = skipped.stream().distinct().sorted().toList();
    }

    @Override
    public Set<String> columns() {
        return Set.copyOf(skipped);
    }

    @Override
    public ChunkSkipping following(ObjectId<?> table, Rename rename) {
        return new ChunkSkipping(skipped.stream()
                .map(column -> rename.followColumn(table, column))
                .toList());
    }

    @Override
    public String description() {
        return "chunk skipping by " + String.join(", ", skipped);
    }

    @Override
    public List<Statement> making(Table table, Database database) {
        return leadingFrom(new ChunkSkipping(List.of()), table, database);
    }

    /** The statements that lead from the skipping by other columns to this one. */
    public List<Statement> leadingFrom(ChunkSkipping old, Table table, Database database) {
        TimescaleEdition.require(table.id(), "Chunk skipping", SINCE, database);
        Stream<Statement> changes = Stream.concat(
                minus(old.skipped, skipped).map(column -> call("disable_chunk_skipping", column, table, database)),
                minus(skipped, old.skipped).map(column -> call("enable_chunk_skipping", column, table, database)));
        return Stream.concat(Stream.of(switchedOn()), changes).toList();
    }

    private static Stream<String> minus(List<String> these, List<String> those) {
        return these.stream().filter(column -> !those.contains(column));
    }

    /** Both functions refuse to do anything without it. */
    private static Statement switchedOn() {
        return Statement.of(Sql.raw("set local timescaledb.enable_chunk_skipping = on"), LockMode.NONE);
    }

    private static Statement call(String function, String column, Table table, Database database) {
        TimescaleCall call =
                TimescaleCall.of(function).with("hypertable", table.name()).with("column_name", column);
        return Statement.of(call.select(database), LockMode.ACCESS_SHARE);
    }

    @Override
    public void check(Table table, Database database) {
        Hypertable.of(table);
        skipped.forEach(column -> check(table.column(column), table));
    }

    private static void check(Column column, Table table) {
        if (column.type().array() || !TYPES.contains(column.type().name().name())) {
            throw new RefusedException(
                    table.id(),
                    "Chunks of " + table.id() + " cannot be skipped by column \"" + column.name() + "\", which is "
                            + column.type() + "; TimescaleDB knows ranges of whole numbers and times alone.");
        }
    }
}
