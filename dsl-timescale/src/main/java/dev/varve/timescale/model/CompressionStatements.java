package dev.varve.timescale.model;

import dev.varve.model.ColumnChange;
import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.sql.Fragment;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How it is said to TimescaleDB that chunks are compressed, and what has to stand around changes meanwhile. */
record CompressionStatements(Compression compression) {

    /** The first 2.minor that takes sparse indexes. */
    private static final int SPARSE_INDEXES = 22;

    private static final int COMPOSITE = 26;

    /** The first 2.minor that changes the compression of chunks that are compressed, and the types of columns where they could be. */
    private static final int CHANGES = 14;

    private static final int TYPE_CHANGES = 24;

    private static final int NULL_CHANGES = 19;

    /** The first 2.minor that chooses for every chunk. */
    private static final int CHOICES = 22;

    /** The statements that make a relation so. */
    List<Statement> making(Chunked chunked, Database database) {
        compression.refuseUnderApache(chunked.id(), database);
        if (compression.segmentBy().isEmpty() || compression.orderBy().isEmpty()) {
            TimescaleEdition.require(
                    chunked.id(),
                    "A choice by TimescaleDB of the segments or the order of every chunk",
                    CHOICES,
                    database);
        }
        List<Fragment> options = new ArrayList<>(List.of(Sql.raw("timescaledb.compress = true")));
        compression.segmentBy().ifPresent(columns -> options.add(option("segmentby", Sql.names(columns))));
        compression.orderBy().ifPresent(keys -> options.add(option("orderby", Sql.join(", ", keys))));
        compression.merged().ifPresent(length -> options.add(option("chunk_time_interval", Sql.raw(length.text()))));
        if (!compression.sparse().isEmpty()) {
            boolean several = compression.sparse().stream()
                    .anyMatch(index -> index.columns().size() > 1);
            TimescaleEdition.require(chunked.id(), "A sparse index", SPARSE_INDEXES, database);
            if (several) {
                TimescaleEdition.require(chunked.id(), "A sparse index of several columns", COMPOSITE, database);
            }
            options.add(Sql.of(
                    "timescaledb.sparse_index = {}",
                    Literal.text(Sql.join(",", compression.sparse()).text())));
        }
        return List.of(Statement.of(
                Sql.of("{} set ({})", chunked.altering(), Sql.join(", ", options)), LockMode.ACCESS_EXCLUSIVE));
    }

    private static Sql option(String name, Sql value) {
        return Sql.of("timescaledb.compress_" + name + " = {}", Literal.text(value.text()));
    }

    /**
     * The statements that change a column, with what has to stand around them.
     *
     * <p>TimescaleDB changes no type where chunks are compressed, so that those that are, are decompressed and compressed again; before some
     * version not even where they only could be, and neither whether there are nulls.
     */
    List<Statement> around(ColumnChange change, List<Statement> statements, Database database) {
        TimescaleEdition edition = TimescaleEdition.of(database);
        boolean changed = edition.version().atLeast(change.isOfType() ? TYPE_CHANGES : NULL_CHANGES);
        if (edition.isPlain() || changed && !change.isOfType()) {
            return statements;
        }
        List<Statement> all = new ArrayList<>(statements);
        if (!changed) {
            all.add(0, ending(Chunked.of(change.table())));
            all.addAll(making(Chunked.of(change.table()), database));
        }
        return CompressedChunks.of(change.table().name(), database).decompressedFor(all);
    }

    /** TimescaleDB forgets with every rename of a column that no column segments rows, and would choose some from then on. */
    List<Statement> afterRename(Table table, Database database) {
        TimescaleEdition edition = TimescaleEdition.of(database);
        boolean forgotten = compression.segmentBy().filter(List::isEmpty).isPresent()
                && !edition.isPlain()
                && edition.version().atLeast(CHANGES);
        Sql again = Sql.of("alter table {} set ({})", table.name(), option("segmentby", Sql.raw("")));
        return forgotten ? List.of(Statement.of(again, LockMode.ACCESS_EXCLUSIVE)) : List.of();
    }

    /** The statement that ends compression where no chunk is compressed. */
    static Statement ending(Chunked chunked) {
        return Statement.of(
                Sql.of("{} set (timescaledb.compress = false)", chunked.altering()), LockMode.ACCESS_EXCLUSIVE);
    }

    /** The statements that change what a table has of compression; before 2.14 TimescaleDB refuses them while chunks are compressed. */
    List<Statement> aroundChange(List<Statement> statements, Chunked chunked, Database database) {
        boolean changed = chunked.fact(Compression.class).isPresent();
        if (!changed || TimescaleEdition.of(database).version().atLeast(CHANGES)) {
            return statements;
        }
        if (chunked instanceof ContinuousAggregate) {
            TimescaleEdition.require(chunked.id(), "Another compression", CHANGES, database);
        }
        return CompressedChunks.of(chunked.name(), database).decompressedFor(statements);
    }
}
