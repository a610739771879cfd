package dev.varve.timescale.model;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.varve.model.Column;
import dev.varve.model.ColumnChange;
import dev.varve.model.Database;
import dev.varve.model.Facet;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Rule;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.UniqueConstraint;
import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That a table is a hypertable: cut into chunks along a time axis, and perhaps by hashes
 * (<a href="https://docs.timescale.com/api/latest/hypertable/create_hypertable/">documentation</a>). TimescaleDB makes indexes of its own
 * only if it is let; here it never is, so that every index is one that somebody wrote.
 *
 * @param others more columns by which rows are told apart, each after the one before
 */
public record Hypertable(RangeDimension time, List<Dimension> others) implements TimescaleFacet {

    /** The first 2.minor that changes the type of the time where that is in a key. */
    private static final int TIME_TYPES = 22;

    /** The first 2.minor that can cut by a UUID. */
    private static final int UUIDS = 22;

    public Hypertable {
        others = List.copyOf(others);
    }

    /**
     * The hypertable that a table is.
     *
     * @throws RefusedException if it is none
     */
    public static Hypertable of(Table table) {
        return table.facet(Hypertable.class)
                .orElseThrow(() -> new RefusedException(
                        table.id(),
                        "The " + table.id() + " is not a hypertable. Make it one first, with"
                                + " hypertable(by(\"...\").every(...))."));
    }

    /** Refuses what has to know what is now where time is a whole number and nothing says that. */
    void refuseWithoutClock(Table table) {
        if (time.interval() instanceof IntegerSpan && time.clock().isEmpty()) {
            throw new RefusedException(
                    table.id(),
                    "Hypertable " + table.name()
                            + " is cut by a whole number, of which TimescaleDB cannot tell what is now, as"
                            + " policies and continuous aggregates need it. Give it a function that says so, with now(...).");
        }
    }

    /** The same with chunks of another length from now on. */
    public Hypertable every(Span interval) {
        return new Hypertable(time.every(interval), others);
    }

    /** The same with a function that says what is now. */
    public Hypertable now(QualifiedName function) {
        return new Hypertable(time.now(function), others);
    }

    /** The same with one more dimension. */
    public Hypertable plus(Dimension dimension) {
        return new Hypertable(
                time, Stream.concat(others.stream(), Stream.of(dimension)).toList());
    }

    /** The same with that dimension in the place of the one along the same column. */
    public Hypertable replacing(Dimension dimension) {
        return new Hypertable(
                time,
                others.stream()
                        .map(other -> other.column().equals(dimension.column()) ? dimension : other)
                        .toList());
    }

    /** The dimension along a column beside time, if there is one. */
    public Optional<Dimension> other(String column) {
        return others.stream().filter(other -> other.column().equals(column)).findFirst();
    }

    /** All dimensions, time first. */
    Stream<Dimension> dimensions() {
        return Stream.concat(Stream.of(time), others.stream());
    }

    @Override
    public Set<String> columns() {
        return dimensions().map(Dimension::column).collect(toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(TimescaleFacet.super.requires(database));
        dimensions().flatMap(Dimension::requires).forEach(required::add);
        return required;
    }

    @Override
    public Hypertable following(ObjectId<?> table, Rename rename) {
        return new Hypertable(
                time.following(table, rename),
                others.stream().map(other -> other.following(table, rename)).toList());
    }

    /** What is now can be said later. */
    @Override
    public Optional<Facet> least() {
        RangeDimension axis = new RangeDimension(time.column(), time.interval(), Optional.empty(), time.function());
        return Optional.of(new Hypertable(axis, others));
    }

    @Override
    public String description() {
        return dimensions().map(Dimension::toString).collect(joining(", ", "hypertable by ", ""));
    }

    /** A plain table, in a database that is known from then on as one without TimescaleDB. */
    @Override
    public List<Statement> creation(Table table, Database database) {
        return TimescaleEdition.of(database).isPlain() ? PlainFunctions.mark(database) : making(table, database);
    }

    @Override
    public List<Statement> making(Table table, Database database) {
        return statements(table, database, false);
    }

    /** The statements that make a hypertable of a table that may hold rows, moving them into chunks while nobody can read. */
    public List<Statement> migrating(Table table, Database database) {
        return statements(table, database, true);
    }

    private List<Statement> statements(Table table, Database database, boolean migrate) {
        TimescaleCall create = TimescaleCall.of("create_hypertable")
                .with("relation", table.name())
                .with("time_column_name", time.column())
                .with("chunk_time_interval", time.interval())
                .with("create_default_indexes", Sql.raw("false"));
        if (table.column(time.column()).type().name().name().equals("uuid")) {
            TimescaleEdition.require(table.id(), "Cutting by a UUID", UUIDS, database);
        }
        TimescaleCall call = time.calling(create, "time_partitioning_func");
        List<Statement> statements = new ArrayList<>();
        statements.add(
                migrate
                        ? Statement.of(
                                call.with("migrate_data", Sql.raw("true")).select(database),
                                LockMode.ACCESS_EXCLUSIVE,
                                Hazard.REWRITES_TABLE)
                        : Statement.of(call.select(database), LockMode.ACCESS_EXCLUSIVE));
        others.forEach(other -> statements.add(other.adding(table, database)));
        time.clocking(table, database).ifPresent(statements::add);
        return statements;
    }

    @Override
    public List<Statement> around(ColumnChange change, List<Statement> statements, Database database) {
        String column = change.from().name();
        boolean inKey = change.table().constraints().values().stream()
                .anyMatch(one -> one instanceof PrimaryKeyConstraint || one instanceof UniqueConstraint);
        if (change.isOfType() && inKey && column.equals(time.column())) {
            TimescaleEdition.require(
                    change.table().id(),
                    "Another type of the time \"" + column + "\", which is in a key,",
                    TIME_TYPES,
                    database);
        }
        return statements;
    }

    private HypertableRefusals on(Table table) {
        return new HypertableRefusals(this, table);
    }

    @Override
    public void check(Table table, Database database) {
        on(table).check(database);
    }

    @Override
    public void check(Table table, Index index) {
        on(table).check(index);
    }

    @Override
    public void check(Table table, Trigger trigger, Database database) {
        on(table).check(trigger, database);
    }

    @Override
    public void check(Table table, Rule rule) {
        on(table).check(rule);
    }

    @Override
    public void checkConcurrently(Table table, Index index) {
        on(table).checkConcurrently(index);
    }

    @Override
    public void checkUsingIndex(Table table, Index index) {
        on(table).checkUsingIndex(index);
    }

    @Override
    public void checkChange(Table table, Column old, Column next) {
        on(table).checkChange(old, next);
    }

    @Override
    public void checkReference(Table table, Table from, ForeignKeyConstraint key, Database database) {
        on(table).checkReference(from, key, database);
    }
}
