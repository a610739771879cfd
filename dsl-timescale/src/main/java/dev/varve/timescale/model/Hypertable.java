package dev.varve.timescale.model;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.varve.model.Column;
import dev.varve.model.Constraint;
import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That a table is a hypertable: cut into chunks along a time axis, and perhaps by hashes
 * (<a href="https://docs.timescale.com/api/latest/hypertable/create_hypertable/">documentation</a>). TimescaleDB makes indexes of its own
 * only if it is let; here it never is, so that every index is one that somebody wrote.
 */
public record Hypertable(RangeDimension time, List<HashDimension> hashes) implements TimescaleFacet {

    private static final Set<String> TIMES = Set.of("timestamptz", "timestamp", "date", "uuid");
    private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint");

    public Hypertable {
        hashes = List.copyOf(hashes);
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

    /** Refuses what has to know what is now where time is a whole number: the function that would say it cannot be taken back. */
    void refuseWithoutClock(Table table) {
        if (time.interval() instanceof IntegerSpan) {
            throw new RefusedException(
                    table.id(),
                    "Hypertable " + table.name()
                            + " is cut by a whole number, of which TimescaleDB cannot tell what is now, as"
                            + " policies and continuous aggregates need it. Cut it by a time.");
        }
    }

    /** The same with chunks of another length from now on. */
    public Hypertable every(Span interval) {
        return new Hypertable(new RangeDimension(time.column(), interval), hashes);
    }

    @Override
    public Set<String> columns() {
        return Stream.concat(Stream.of(time.column()), hashes.stream().map(HashDimension::column))
                .collect(toCollection(LinkedHashSet::new));
    }

    @Override
    public Hypertable following(ObjectId<?> table, Rename rename) {
        return new Hypertable(
                time.following(table, rename),
                hashes.stream().map(hash -> hash.following(table, rename)).toList());
    }

    @Override
    public String description() {
        return Stream.concat(Stream.of("hypertable by " + time), hashes.stream().map(HashDimension::toString))
                .collect(joining(", "));
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
        List<Statement> statements = new ArrayList<>();
        statements.add(
                migrate
                        ? Statement.of(
                                create.with("migrate_data", Sql.raw("true")).select(database),
                                LockMode.ACCESS_EXCLUSIVE,
                                Hazard.REWRITES_TABLE)
                        : Statement.of(create.select(database), LockMode.ACCESS_EXCLUSIVE));
        hashes.forEach(hash -> statements.add(adding(hash, table, database)));
        return statements;
    }

    private static Statement adding(HashDimension hash, Table table, Database database) {
        TimescaleCall add = TimescaleCall.of("add_dimension")
                .with("hypertable", table.name())
                .with("column_name", hash.column())
                .with("number_partitions", Sql.raw(String.valueOf(hash.partitions())));
        return Statement.of(add.select(database), LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    @Override
    public void check(Table table, Database database) {
        columns().forEach(column -> checkPartitioning(table.column(column), table));
        checkTime(table.column(time.column()), table);
        for (Constraint constraint : table.constraints().values()) {
            if (constraint instanceof Constraint.PrimaryKey key) {
                checkCovers(key.key().columns(), "Primary key \"" + key.name() + '"', table);
            } else if (constraint instanceof Constraint.Unique unique) {
                checkCovers(unique.key().columns(), "Unique constraint \"" + unique.name() + '"', table);
            } else if (constraint instanceof Constraint.Exclusion exclusion) {
                List<String> compared = exclusion.columns().toList();
                checkCovers(compared, "Exclusion constraint \"" + exclusion.name() + '"', table);
            } else if (constraint instanceof Constraint.Check rule && !rule.inherited()) {
                throw new RefusedException(
                        table.id(),
                        "Check \"" + rule.name() + "\" of hypertable " + table.name()
                                + " is not inherited, so that no chunk would have it; TimescaleDB refuses that. Leave out"
                                + " noInherit.");
            }
        }
        database.users(table.id()).stream()
                .map(database::get)
                .filter(Index.class::isInstance)
                .forEach(index -> check(table, (Index) index));
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

    private void checkTime(Column column, Table table) {
        String type = column.type().name().name();
        boolean fits = !column.type().array() && (time.interval() instanceof Interval ? TIMES : NUMBERS).contains(type);
        if (!fits) {
            throw new RefusedException(
                    table.id(),
                    "Hypertable " + table.name() + " cannot be cut by column \"" + column.name() + "\" every "
                            + time.interval() + ": the column is " + column.type()
                            + ". A timestamptz, timestamp or date goes with an interval, a whole number with a number.");
        }
        if (!column.notNull()) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + column.name() + "\" of hypertable " + table.name()
                            + " may be null, but it is the time by which the table is cut. Say notNull().");
        }
        wrongDay(type).ifPresent(reason -> {
            throw new RefusedException(table.id(), "Hypertable " + table.name() + ' ' + reason);
        });
    }

    private Optional<String> wrongDay(String type) {
        boolean wrong = type.equals("date") && ((Interval) time.interval()).microseconds() % Interval.DAY != 0;
        return wrong
                ? Optional.of("is cut by a date, whose chunks last whole days, not " + time.interval() + ".")
                : Optional.empty();
    }

    @Override
    public void checkReference(Table table, Table from, Constraint.ForeignKey key) {
        if (from.facet(Hypertable.class).isPresent()) {
            throw new RefusedException(
                    from.id(),
                    "Foreign key \"" + key.name() + "\" leads from hypertable " + from.name() + " to hypertable "
                            + table.name() + ", which TimescaleDB refuses. Leave it out.");
        }
    }
}
