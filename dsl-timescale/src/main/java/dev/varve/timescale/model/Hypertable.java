package dev.varve.timescale.model;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnChange;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.Facet;
import dev.varve.model.Firing;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.Partitioning;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Rule;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.UniqueConstraint;
import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
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

    /** The first 2.minor that lets tables reference a hypertable, and that changes the type of its time where that is in a key. */
    private static final int REFERENCES = 16;

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

    private Stream<Dimension> dimensions() {
        return Stream.concat(Stream.of(time), others.stream());
    }

    @Override
    public Set<String> columns() {
        return dimensions().map(Dimension::column).collect(toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(TimescaleFacet.super.requires(database));
        time.clockId().ifPresent(required::add);
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
        return Optional.of(new Hypertable(new RangeDimension(time.column(), time.interval()), others));
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
        List<Statement> statements = new ArrayList<>();
        statements.add(
                migrate
                        ? Statement.of(
                                create.with("migrate_data", Sql.raw("true")).select(database),
                                LockMode.ACCESS_EXCLUSIVE,
                                Hazard.REWRITES_TABLE)
                        : Statement.of(create.select(database), LockMode.ACCESS_EXCLUSIVE));
        others.forEach(other -> statements.add(other.adding(table, database)));
        time.clocking(table, database).ifPresent(statements::add);
        return statements;
    }

    @Override
    public void check(Table table, Database database) {
        columns().forEach(column -> checkPartitioning(table.column(column), table));
        dimensions().forEach(dimension -> dimension.check(table));
        for (Constraint constraint : table.constraints().values()) {
            if (constraint instanceof PrimaryKeyConstraint key) {
                checkCovers(key.key().columns(), "Primary key \"" + key.name() + '"', table);
            } else if (constraint instanceof UniqueConstraint unique) {
                checkCovers(unique.key().columns(), "Unique constraint \"" + unique.name() + '"', table);
            } else if (constraint instanceof ExclusionConstraint exclusion) {
                List<String> compared = exclusion.columns().toList();
                checkCovers(compared, "Exclusion constraint \"" + exclusion.name() + '"', table);
            } else if (constraint instanceof CheckConstraint rule && !rule.inherited()) {
                throw new RefusedException(
                        table.id(),
                        "Check \"" + rule.name() + "\" of hypertable " + table.name()
                                + " is not inherited, so that no chunk would have it; TimescaleDB refuses that. Leave out"
                                + " noInherit.");
            }
        }
        checkParts(table);
        database.users(table.id()).stream().map(database::get).forEach(user -> check(table, user, database));
    }

    private static void checkParts(Table table) {
        if (table.facet(Partitioning.class).isPresent()) {
            throw new RefusedException(
                    table.id(),
                    "Table " + table.name()
                            + " is partitioned by PostgreSQL and cannot be a hypertable as well. Leave one of"
                            + " the two out.");
        }
    }

    private void check(Table table, SchemaObject user, Database database) {
        if (user instanceof Index index && index.on().equals(table.id())) {
            check(table, index);
        } else if (user instanceof Trigger trigger && trigger.on().equals(table.id())) {
            check(table, trigger, database);
        } else if (user instanceof Rule rule && rule.on().equals(table.id())) {
            check(table, rule);
        }
    }

    @Override
    public void check(Table table, Index index) {
        if (index.unique()) {
            checkCovers(
                    index.keyColumns().toList(),
                    "Unique index \"" + index.name().name() + '"',
                    table);
        }
    }

    /** The first 2.minor that switches triggers of hypertables. */
    private static final int SWITCHING = 27;

    @Override
    public void check(Table table, Trigger trigger, Database database) {
        boolean transition = !(trigger.traits().oldTable() + trigger.traits().newTable()).isEmpty();
        if (trigger.forEachRow() && transition) {
            throw new RefusedException(
                    trigger.id(),
                    "Trigger \"" + trigger.name() + "\" of hypertable " + table.name()
                            + " cannot see tables of old or new rows for each row; TimescaleDB refuses that. Let it run for each"
                            + " statement.");
        }
        if (trigger.traits().firing() != Firing.ORIGIN) {
            TimescaleEdition.require(trigger.id(), "Switching", SWITCHING, database);
        }
    }

    @Override
    public void check(Table table, Rule rule) {
        throw new RefusedException(
                rule.id(),
                "Hypertable " + table.name() + " cannot have " + rule.id()
                        + "; TimescaleDB refuses rules. Use a trigger, or a rule of a view.");
    }

    @Override
    public void checkConcurrently(Table table, Index index) {
        throw new RefusedException(
                table.id(),
                "Index \"" + index.name().name() + "\" of hypertable " + table.name()
                        + " cannot be made or removed concurrently; TimescaleDB refuses that. Leave out concurrently.");
    }

    @Override
    public void checkUsingIndex(Table table, Index index) {
        throw new RefusedException(
                table.id(),
                "Index \"" + index.name().name() + "\" of hypertable " + table.name()
                        + " cannot become that of a constraint; TimescaleDB refuses that. Drop it, and add the constraint.");
    }

    private void checkCovers(Collection<String> key, String what, Table table) {
        List<String> missing =
                columns().stream().filter(column -> !key.contains(column)).toList();
        if (!missing.isEmpty()) {
            List<String> all = Stream.concat(key.stream(), missing.stream()).toList();
            throw new RefusedException(
                    table.id(),
                    what + " of hypertable " + table.name() + " lacks \"" + String.join("\" and \"", missing)
                            + "\", by which the table is partitioned; TimescaleDB can hold rows apart only within a chunk."
                            + " Use (" + String.join(", ", all) + ").");
        }
    }

    private static void checkPartitioning(Column column, Table table) {
        if (column.isGenerated()) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + column.name() + "\" of " + table.id()
                            + " is generated; TimescaleDB cannot partition by such a column. Partition by another one.");
        }
    }

    @Override
    public void checkChange(Table table, Column old, Column next) {
        boolean hashed =
                other(old.name()).filter(HashDimension.class::isInstance).isPresent();
        if (hashed && !old.type().equals(next.type())) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + old.name() + "\" of hypertable " + table.name() + " cannot become " + next.type()
                            + ": rows are spread by its hash, and TimescaleDB refuses that. Add a column of the other type, and"
                            + " fill it.");
        }
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

    @Override
    public void checkReference(Table table, Table from, ForeignKeyConstraint key, Database database) {
        TimescaleEdition.require(table.id(), "A reference by foreign key \"" + key.name() + '"', REFERENCES, database);
        if (from.facet(Hypertable.class).isPresent()) {
            throw new RefusedException(
                    from.id(),
                    "Foreign key \"" + key.name() + "\" leads from hypertable " + from.name() + " to hypertable "
                            + table.name() + ", which TimescaleDB refuses. Leave it out.");
        }
    }
}
