package dev.varve.timescale.model;

import static java.util.stream.Collectors.toSet;

import dev.varve.model.Column;
import dev.varve.model.ColumnChange;
import dev.varve.model.ColumnProperty;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the chunks of a hypertable are compressed
 * (<a href="https://docs.timescale.com/api/latest/compression/alter_table_compression/">documentation</a>).
 *
 * @param segmentBy the columns whose values are stored once for many rows; TimescaleDB chooses for every chunk if this is empty
 * @param orderBy the order of the rows in a segment; TimescaleDB chooses if this is empty
 * @param merged the length up to which chunks are merged when they are compressed; none are if empty
 * @param sparse what is kept of the values of columns; TimescaleDB chooses if this is empty
 */
public record Compression(
        Optional<List<String>> segmentBy,
        Optional<List<OrderKey>> orderBy,
        Optional<Interval> merged,
        List<SparseIndex> sparse)
        implements ChunkFact {

    public Compression {
        segmentBy = segmentBy.map(List::copyOf);
        orderBy = orderBy.map(List::copyOf);
        merged = merged.map(Interval::fixed);
        sparse = List.copyOf(sparse);
    }

    /** Compression that merges no chunks and leaves to TimescaleDB what is kept of values. */
    public Compression(Optional<List<String>> segmentBy, Optional<List<OrderKey>> orderBy) {
        this(segmentBy, orderBy, Optional.empty(), List.of());
    }

    /** Compression with nothing left to TimescaleDB. */
    public static Compression of(List<String> segmentBy, List<OrderKey> orderBy) {
        return new Compression(Optional.of(segmentBy), Optional.of(orderBy));
    }

    /** The same, merging chunks up to that length. */
    public Compression merging(Interval length) {
        return new Compression(segmentBy, orderBy, Optional.of(length), sparse);
    }

    /** The same, merging no chunks. */
    public Compression mergingNone() {
        return new Compression(segmentBy, orderBy, Optional.empty(), sparse);
    }

    /** The same, keeping that of the values of columns. */
    public Compression keeping(List<SparseIndex> indexes) {
        return new Compression(segmentBy, orderBy, merged, indexes);
    }

    /** The same as TimescaleDB completes it: where the time column orders nothing, it orders last, newest first. */
    public Compression settled(Hypertable hypertable) {
        return settled(hypertable.time());
    }

    @Override
    public Compression settled(RangeDimension axis) {
        String time = axis.column();
        return new Compression(segmentBy, orderBy.map(keys -> withTime(keys, time)), merged, sparse);
    }

    private List<OrderKey> withTime(List<OrderKey> keys, String time) {
        boolean said = segmentBy.filter(columns -> columns.contains(time)).isPresent()
                || keys.stream().anyMatch(key -> key.column().equals(time));
        return said
                ? keys
                : Stream.concat(keys.stream(), Stream.of(OrderKey.desc(time))).toList();
    }

    /** The columns that segment or order rows. */
    Stream<String> allColumns() {
        return Stream.concat(
                segmentBy.stream().flatMap(List::stream),
                orderBy.stream().flatMap(List::stream).map(OrderKey::column));
    }

    @Override
    public Set<String> columns() {
        return Stream.concat(allColumns(), sparse.stream().flatMap(index -> index.columns().stream()))
                .collect(toSet());
    }

    @Override
    public Compression following(ObjectId<?> table, Rename rename) {
        return new Compression(
                segmentBy.map(columns -> columns.stream()
                        .map(column -> rename.followColumn(table, column))
                        .toList()),
                orderBy.map(keys -> keys.stream()
                        .map(key -> key.named(rename.followColumn(table, key.column())))
                        .toList()),
                merged,
                sparse.stream().map(index -> index.following(table, rename)).toList());
    }

    @Override
    public String description() {
        String segments = segmentBy
                .filter(columns -> !columns.isEmpty())
                .map(columns -> " by " + String.join(", ", columns))
                .orElse("");
        return "compression" + segments;
    }

    @Override
    public List<Statement> making(Chunked chunked, Database database) {
        return new CompressionStatements(this).making(chunked, database);
    }

    /** The statement that ends compression where no chunk is compressed. */
    public static Statement ending(Chunked chunked) {
        return CompressionStatements.ending(chunked);
    }

    /** The statements that change what a table has of compression; before 2.14 TimescaleDB refuses them while chunks are compressed. */
    public List<Statement> aroundChange(List<Statement> statements, Chunked chunked, Database database) {
        return new CompressionStatements(this).aroundChange(statements, chunked, database);
    }

    @Override
    public List<Statement> around(ColumnChange change, List<Statement> statements, Database database) {
        return new CompressionStatements(this).around(change, statements, database);
    }

    @Override
    public List<Statement> afterRename(Table table, Database database) {
        return new CompressionStatements(this).afterRename(table, database);
    }

    @Override
    public void check(Chunked chunked) {
        new CompressionRefusals(this).check(chunked);
    }

    @Override
    public void check(Table table, Database database) {
        ChunkFact.super.check(table, database);
        on(table).check(database);
    }

    private CompressedTable on(Table table) {
        return new CompressedTable(table, this);
    }

    @Override
    public void check(Table table, Trigger trigger, Database database) {
        on(table).check(trigger, database);
    }

    @Override
    public void checkAddition(Table table, Constraint constraint, Database database) {
        on(table).checkAddition(constraint, database);
    }

    @Override
    public void checkRemoval(Table table, Constraint constraint, Database database) {
        on(table).checkRemoval(constraint, database);
    }

    @Override
    public void checkValidation(Table table, Constraint constraint) {
        on(table).checkValidation(constraint);
    }

    @Override
    public void checkAlteration(Table table, Constraint constraint) {
        on(table).checkAlteration(constraint);
    }

    @Override
    public void checkReference(Table table, Table from, ForeignKeyConstraint key, Database database) {
        refuseReference(table, from);
    }

    @Override
    public void checkAddition(Table table, Column column, Database database) {
        on(table).checkAddition(column, database);
    }

    @Override
    public void checkChange(Table table, String column, ColumnProperty property) {
        on(table).checkChange(column, property);
    }

    @Override
    public void checkChange(Table table, Column old, Column next) {
        on(table).checkChange(old, next);
    }
}
