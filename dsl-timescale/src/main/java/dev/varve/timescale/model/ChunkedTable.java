package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.Optional;

/** A hypertable as something that is stored in chunks. */
record ChunkedTable(Table table) implements Chunked {

    @Override
    public ObjectId<?> id() {
        return table.id();
    }

    @Override
    public QualifiedName name() {
        return table.name();
    }

    @Override
    public RangeDimension axis() {
        return Hypertable.of(table).time();
    }

    @Override
    public Chunked every(Span interval) {
        return new ChunkedTable(table.with(Hypertable.of(table).every(interval)));
    }

    @Override
    public <F extends ChunkFact> Optional<F> fact(Class<F> type) {
        return table.facet(type);
    }

    @Override
    public Chunked with(ChunkFact fact) {
        return new ChunkedTable(table.with(fact));
    }

    @Override
    public Chunked without(Class<? extends ChunkFact> type) {
        return new ChunkedTable(table.without(type));
    }

    @Override
    public Database in(Database database) {
        return database.alter(table.id(), old -> table);
    }

    @Override
    public void checkColumn(String column) {
        table.column(column);
    }

    @Override
    public void refuseWithoutClock() {
        Hypertable.of(table).refuseWithoutClock(table);
    }

    @Override
    public Sql altering() {
        return Sql.of("alter table {}", table.name());
    }
}
