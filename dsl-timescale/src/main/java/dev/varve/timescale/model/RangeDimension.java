package dev.varve.timescale.model;

import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.Rename;
import dev.varve.model.Table;
import dev.varve.sql.Hazard;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An axis along which a hypertable is cut into chunks: time, or whole numbers that stand for it.
 *
 * @param interval the length of a chunk; TimescaleDB keeps 30 days for a month
 * @param clock the function without arguments that says what is now where time is a whole number
 * @param function the function that makes a time, or a whole number, of the values of the column; if there is none they are that themselves
 */
public record RangeDimension(
        String column, Span interval, Optional<QualifiedName> clock, Optional<ObjectId<Function>> function)
        implements Dimension {

    private static final Set<String> TIMES = Set.of("timestamptz", "timestamp", "date", "uuid");
    private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint");

    /**
     * @throws IllegalArgumentException if the interval is empty, or there is a clock although time tells itself what is now
     */
    public RangeDimension {
        Identifier.of(column);
        interval = interval instanceof Interval time ? time.fixed() : interval;
        if (interval.length() == 0) {
            throw new IllegalArgumentException("The chunks along \"" + column + "\" must be longer than nothing.");
        }
        if (clock.isPresent() && interval instanceof Interval) {
            throw new IllegalArgumentException("What is now along \"" + column
                    + "\" needs no function, because it is a time. Leave out " + clock.get() + ".");
        }
    }

    /** An axis of values that are times, or whole numbers, themselves. */
    public RangeDimension(String column, Span interval, Optional<QualifiedName> clock) {
        this(column, interval, clock, Optional.empty());
    }

    /** An axis without a function that says what is now. */
    public RangeDimension(String column, Span interval) {
        this(column, interval, Optional.empty());
    }

    /** The same with a function that says what is now: {@code by("tick").every(1000).now(CURRENT_TICK.id().name())}. */
    public RangeDimension now(QualifiedName function) {
        return new RangeDimension(column, interval, Optional.of(function), this.function);
    }

    /**
     * The same with an immutable function that makes a time, or a whole number, of the values of the column: {@code
     * by("note").every(days(1)).through(TIME_OF_NOTE.id())}. It takes one argument of the type of the column.
     */
    public RangeDimension through(ObjectId<Function> other) {
        return new RangeDimension(column, interval, clock, Optional.of(other));
    }

    /** The same with chunks of another length. */
    RangeDimension every(Span other) {
        return new RangeDimension(column, other, clock, function);
    }

    /** The function that says what is now. */
    Optional<ObjectId<Function>> clockId() {
        return clock.map(function -> Function.id(function, List.of()));
    }

    @Override
    public RangeDimension following(ObjectId<?> table, Rename rename) {
        clockId().flatMap(rename::newId).ifPresent(other -> {
            throw new RefusedException(
                    table,
                    "The " + table + " calls " + clock.get()
                            + " to know what is now, and TimescaleDB keeps that name. Give it"
                            + " another function before the rename, and the renamed one after it.");
        });
        function.flatMap(rename::newId).ifPresent(other -> {
            throw new RefusedException(
                    table,
                    "The " + table + " is cut through " + function.get()
                            + ", and TimescaleDB keeps that name. Make another function, and rebuild the table with it.");
        });
        return new RangeDimension(
                rename.followColumn(table, column),
                interval,
                clock.map(rename::followSchema),
                function.map(id -> id.named(rename.followSchema(id.name()))));
    }

    /** What must exist before it can. */
    @Override
    public Stream<ObjectId<?>> requires() {
        return Stream.concat(clockId().stream(), function.stream());
    }

    /** A call with the function, if there is one. */
    TimescaleCall calling(TimescaleCall call, String argument) {
        return function.map(id -> call.with(argument, id.name())).orElse(call);
    }

    @Override
    public Statement adding(Table table, Database database) {
        TimescaleCall add = TimescaleCall.of("add_dimension")
                .with("hypertable", table.name())
                .with("column_name", column)
                .with("chunk_time_interval", interval);
        return Statement.of(
                calling(add, "partitioning_func").select(database), LockMode.ACCESS_EXCLUSIVE, Hazard.SCANS_TABLE);
    }

    @Override
    public Statement changing(Table table, Database database) {
        TimescaleCall set = TimescaleCall.of("set_chunk_time_interval")
                .with("hypertable", table.name())
                .with("chunk_time_interval", interval)
                .with("dimension_name", column);
        return Statement.of(set.select(database), LockMode.NONE);
    }

    /** The statement that lets a hypertable call the function to know what is now. */
    public Optional<Statement> clocking(Table table, Database database) {
        return clock.map(function -> {
            TimescaleCall set = TimescaleCall.of("set_integer_now_func")
                    .with("hypertable", table.name())
                    .with("integer_now_func", function)
                    .with("replace_if_exists", Sql.raw("true"));
            return Statement.of(set.select(database), LockMode.NONE);
        });
    }

    @Override
    public void check(Table table) {
        Column cut = table.column(column);
        String type = cut.type().name().name();
        boolean fits = !cut.type().array() && (interval instanceof Interval ? TIMES : NUMBERS).contains(type);
        if (!fits && function.isEmpty()) {
            throw new RefusedException(
                    table.id(),
                    "Hypertable " + table.name() + " cannot be cut by column \"" + column + "\" every " + interval
                            + ": the column is " + cut.type()
                            + ". A timestamptz, timestamp or date goes with an interval, a whole number with a number.");
        }
        if (!cut.notNull()) {
            throw new RefusedException(
                    table.id(),
                    "Column \"" + column + "\" of hypertable " + table.name()
                            + " may be null, but it is the time by which the table is cut. Say notNull().");
        }
        if (type.equals("date") && interval.length() % Interval.DAY != 0) {
            throw new RefusedException(
                    table.id(),
                    "Hypertable " + table.name() + " is cut by a date, whose chunks last whole days, not " + interval
                            + ".");
        }
    }

    @Override
    public String toString() {
        return column + " every " + interval
                + function.map(id -> " through " + id.name()).orElse("");
    }
}
