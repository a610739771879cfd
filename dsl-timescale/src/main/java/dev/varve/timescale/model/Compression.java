package dev.varve.timescale.model;

import static java.util.stream.Collectors.toSet;

import dev.varve.model.Column;
import dev.varve.model.ColumnChange;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Firing;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.RowSecurity;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.sql.Fragment;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** The first 2.minor that takes sparse indexes. */
    private static final int SPARSE_INDEXES = 22;

    private static final int COMPOSITE = 26;

    /** The first 2.minor that changes the compression of chunks that are compressed, and the types of columns where they could be. */
    private static final int CHANGES = 14;

    private static final int TYPE_CHANGES = 24;

    private static final int NULL_CHANGES = 19;

    /** The first 2.minor that computes the default of a column that is added, and the first that chooses for every chunk. */
    private static final int DEFAULTS = 25;

    private static final int CHOICES = 22;

    /** The first 2.minor that removes constraints, adds keys, and adds checks and foreign keys of compressed rows. */
    private static final int REMOVALS = 15;

    private static final int CONSTRAINTS = 18;

    private static final int ROW_RULES = 20;

    /** The first 2.minor that switches triggers; 2.28.3 does, too. */
    private static final int SWITCHING = 29;

    private static final Pattern CAST = Pattern.compile("::\\s*(\"[^\"]*\"|[\\w. ])+(\\([\\d, ]*\\))?");
    private static final Pattern COMPUTED =
            Pattern.compile("(?i)[\\w\"]\\s*\\(|\\b(current_|local(time|timestamp)|session_user|user\\b)");

    private static final Pattern CONSTANT = Pattern.compile("(?i)-?[\\d.]+|'([^']|'')*'|true|false|null");

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

    private Stream<String> allColumns() {
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
        refuseUnderApache(chunked.id(), database);
        if (segmentBy.isEmpty() || orderBy.isEmpty()) {
            TimescaleEdition.require(
                    chunked.id(),
                    "A choice by TimescaleDB of the segments or the order of every chunk",
                    CHOICES,
                    database);
        }
        List<Fragment> options = new ArrayList<>(List.of(Sql.raw("timescaledb.compress = true")));
        segmentBy.ifPresent(columns -> options.add(option("segmentby", Sql.names(columns))));
        orderBy.ifPresent(keys -> options.add(option("orderby", Sql.join(", ", keys))));
        merged.ifPresent(length -> options.add(option("chunk_time_interval", Sql.raw(length.text()))));
        if (!sparse.isEmpty()) {
            boolean several = sparse.stream().anyMatch(index -> index.columns().size() > 1);
            TimescaleEdition.require(chunked.id(), "A sparse index", SPARSE_INDEXES, database);
            if (several) {
                TimescaleEdition.require(chunked.id(), "A sparse index of several columns", COMPOSITE, database);
            }
            options.add(Sql.of(
                    "timescaledb.sparse_index = {}",
                    Literal.text(Sql.join(",", sparse).text())));
        }
        return List.of(Statement.of(
                Sql.of("{} set ({})", chunked.altering(), Sql.join(", ", options)), LockMode.ACCESS_EXCLUSIVE));
    }

    private static Sql option(String name, Sql value) {
        return Sql.of("timescaledb.compress_" + name + " = {}", Literal.text(value.text()));
    }

    @Override
    public void check(Table table, Database database) {
        ChunkFact.super.check(table, database);
        if (table.facet(RowSecurity.class).isPresent()) {
            throw new RefusedException(
                    table.id(),
                    "The " + table.id() + " cannot have both row level security and a " + description()
                            + "; TimescaleDB refuses that. End the one before the other, or put the rows that some may see into"
                            + " a view.");
        }
        table.constraints().values().stream()
                .filter(Constraint.Exclusion.class::isInstance)
                .forEach(exclusion -> {
                    throw new RefusedException(
                            table.id(),
                            "Exclusion constraint \"" + exclusion.name() + "\" of " + table.id()
                                    + " is not checked in compressed rows; TimescaleDB refuses to compress such a table. Leave"
                                    + " one of the two out.");
                });
        database.owned(table.id()).stream()
                .filter(Trigger.class::isInstance)
                .forEach(trigger -> check(table, (Trigger) trigger, database));
        TimescaleFacet.referencing(table, database).forEach(from -> refuseReference(table, from));
    }

    @Override
    public void check(Table table, Trigger trigger, Database database) {
        boolean switches = TimescaleEdition.of(database).version().atLeast(SWITCHING);
        if (trigger.traits().firing() != Firing.ORIGIN && !switches) {
            throw new RefusedException(
                    trigger.id(),
                    "Trigger \"" + trigger.name() + "\" cannot be switched while " + table.id()
                            + " is compressed; TimescaleDB refuses that before 2." + SWITCHING
                            + ". Drop the trigger, and create it again when it shall run.");
        }
    }

    @Override
    public void checkAddition(Table table, Constraint constraint, Database database) {
        boolean rows = constraint instanceof Constraint.Check || constraint instanceof Constraint.ForeignKey;
        TimescaleEdition.require(
                table.id(), "Another constraint of the compressed rows", rows ? ROW_RULES : CONSTRAINTS, database);
    }

    @Override
    public void checkRemoval(Table table, Constraint constraint, Database database) {
        TimescaleEdition.require(table.id(), "Dropping a constraint of the compressed rows", REMOVALS, database);
    }

    @Override
    public void checkValidation(Table table, Constraint constraint) {
        refuse(table, constraint, "validated. Drop it, and add it again so that all rows are looked at");
    }

    @Override
    public void checkAlteration(Table table, Constraint constraint) {
        refuse(table, constraint, "altered. Drop it, and add it again as it shall be");
    }

    private static void refuse(Table table, Constraint constraint, String what) {
        throw new RefusedException(
                table.id(),
                "While " + table.id() + " is compressed, TimescaleDB refuses that its constraint \"" + constraint.name()
                        + "\" is " + what + ", in the same revision.");
    }

    @Override
    public void check(Chunked chunked) {
        if (orderBy.filter(List::isEmpty).isPresent()) {
            throw new RefusedException(
                    chunked.id(),
                    "Compressed rows of " + chunked.id()
                            + " need an order: its time column segments them, so name another"
                            + " column with orderBy(...).");
        }
        checkMerging(chunked);
        checkSparse(chunked);
        Set<String> seen = new HashSet<>();
        allColumns().forEach(column -> {
            chunked.checkColumn(column);
            if (!seen.add(column)) {
                throw new RefusedException(
                        chunked.id(),
                        "Column \"" + column + "\" is given twice in the compression of " + chunked.id()
                                + "; it can either order rows or segment them, once.");
            }
        });
    }

    private void checkMerging(Chunked chunked) {
        if (merged.isPresent() && chunked.axis().interval() instanceof IntegerSpan) {
            throw new RefusedException(
                    chunked.id(),
                    "Chunks of " + chunked.id() + " cannot be merged up to " + merged.get()
                            + ", because its time is a whole number. Leave out mergeUpTo(...).");
        }
    }

    private void checkSparse(Chunked chunked) {
        if (!sparse.isEmpty() && chunked instanceof ContinuousAggregate) {
            throw new RefusedException(
                    chunked.id(),
                    "The " + chunked.id() + " takes no sparse indexes; TimescaleDB refuses them. Leave them out.");
        }
        if (!sparse.isEmpty() && orderBy.isEmpty()) {
            throw new RefusedException(
                    chunked.id(),
                    "The sparse indexes of " + chunked.id()
                            + " need an order of its compressed rows that is said. Say orderBy(...), too.");
        }
        sparse.stream().flatMap(index -> index.columns().stream()).forEach(column -> {
            chunked.checkColumn(column);
            if (segmentBy.filter(columns -> columns.contains(column)).isPresent()) {
                throw new RefusedException(
                        chunked.id(),
                        "Column \"" + column + "\" of " + chunked.id()
                                + " segments compressed rows and needs no sparse index. Leave that out.");
            }
        });
    }

    @Override
    public void checkReference(Table table, Table from, Constraint.ForeignKey key, Database database) {
        refuseReference(table, from);
    }

    /** What TimescaleDB refuses on a compressed hypertable or, for the next value of a sequence, gets wrong. */
    @Override
    public void checkAddition(Table table, Column column, Database database) {
        TimescaleVersion version = TimescaleEdition.of(database).version();
        Optional<String> obstacle = obstacle(column, version.atLeast(DEFAULTS));
        obstacle.ifPresent(reason -> {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + column.name() + "\" cannot be added to " + table.id() + ", which is compressed: it "
                            + reason + ". Add it nullable or with a constant default, then fill it and change it.");
        });
    }

    /** TimescaleDB lets only the compression and the statistics of columns change. */
    @Override
    public void checkChange(Table table, String column, ColumnProperty property) {
        if (property != ColumnProperty.COMPRESSION && property != ColumnProperty.STATISTICS) {
            throw new RefusedException(
                    table.id(),
                    "The " + property.word() + " of column \"" + column + "\" cannot change in " + table.id()
                            + ", which is compressed. Change it before the table is compressed.");
        }
    }

    @Override
    public void checkChange(Table table, Column old, Column next) {
        if (old.isGenerated() && !next.isGenerated()) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + old.name() + "\" of " + table.id()
                            + " cannot cease to be generated while the table is compressed; TimescaleDB refuses that.");
        }
        if (isIdentity(old) != isIdentity(next)) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + old.name() + "\" of " + table.id() + " cannot "
                            + (isIdentity(next) ? "become an identity" : "cease to be an identity")
                            + " while the table is compressed; TimescaleDB refuses that. End its compression with"
                            + " dropCompression() before, and set it up again after it, in the same revision.");
        }
    }

    private static boolean isIdentity(Column column) {
        return column.value().filter(ColumnValue.Identity.class::isInstance).isPresent();
    }

    /**
     * TimescaleDB changes no type where chunks are compressed, so that those that are, are decompressed and compressed again; before some
     * version not even where they only could be, and neither whether there are nulls.
     */
    @Override
    public List<Statement> around(ColumnChange change, List<Statement> statements, Database database) {
        TimescaleEdition edition = TimescaleEdition.of(database);
        boolean changed = edition.version().atLeast(change.isOfType() ? TYPE_CHANGES : NULL_CHANGES);
        if (edition.isPlain() || changed && !change.isOfType()) {
            return statements;
        }
        List<Statement> all = new ArrayList<>(statements);
        if (!changed) {
            all.add(0, ending(Chunked.of(change.table())));
            all.addAll(making(change.table(), database));
        }
        return CompressedChunks.of(change.table().name(), database).decompressedFor(all);
    }

    /** TimescaleDB forgets with every rename of a column that no column segments rows, and would choose some from then on. */
    @Override
    public List<Statement> afterRename(Table table, Database database) {
        TimescaleEdition edition = TimescaleEdition.of(database);
        boolean forgotten = segmentBy.filter(List::isEmpty).isPresent()
                && !edition.isPlain()
                && edition.version().atLeast(CHANGES);
        Sql again = Sql.of("alter table {} set ({})", table.name(), option("segmentby", Sql.raw("")));
        return forgotten ? List.of(Statement.of(again, LockMode.ACCESS_EXCLUSIVE)) : List.of();
    }

    /** The statement that ends compression where no chunk is compressed. */
    public static Statement ending(Chunked chunked) {
        return Statement.of(
                Sql.of("{} set (timescaledb.compress = false)", chunked.altering()), LockMode.ACCESS_EXCLUSIVE);
    }

    /** The statements that change what a table has of compression; before 2.14 TimescaleDB refuses them while chunks are compressed. */
    public List<Statement> aroundChange(List<Statement> statements, Chunked chunked, Database database) {
        boolean changed = chunked.fact(Compression.class).isPresent();
        if (!changed || TimescaleEdition.of(database).version().atLeast(CHANGES)) {
            return statements;
        }
        if (chunked instanceof ContinuousAggregate) {
            TimescaleEdition.require(chunked.id(), "Another compression", CHANGES, database);
        }
        return CompressedChunks.of(chunked.name(), database).decompressedFor(statements);
    }

    private static Optional<String> obstacle(Column column, boolean computes) {
        if (column.value().filter(ColumnValue.Serial.class::isInstance).isPresent()) {
            return Optional.of("counts with a sequence, which TimescaleDB leaves null in rows that are compressed");
        }
        if (column.value().isEmpty()) {
            return column.notNull() ? Optional.of("is not null and has no default") : Optional.empty();
        }
        if (!(column.value().get() instanceof ColumnValue.Default value)) {
            return Optional.of("is computed");
        }
        String text = CAST.matcher(value.expression().text()).replaceAll("");
        boolean constant = !COMPUTED.matcher(text).find()
                && (computes || CONSTANT.matcher(value.expression().text()).matches());
        return !constant
                ? Optional.of("has the default " + value.expression() + ", which is no constant")
                : Optional.empty();
    }
}
