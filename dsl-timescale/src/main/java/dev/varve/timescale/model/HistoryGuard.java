package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Identifier;
import dev.varve.sql.Literal;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.Optional;

/**
 * Fails if an aggregate holds buckets that end before the first row of its source, which could not be computed again.
 *
 * @param window the part of the time axis that matters; all of it if empty
 * @param hint what to do then
 */
record HistoryGuard(
        ContinuousAggregate aggregate,
        String bucket,
        Span width,
        SchemaObject source,
        RangeDimension axis,
        Optional<Sql> window,
        String hint) {

    /** The statement for a window, as far as the query of the aggregate tells what its buckets are. */
    static Optional<Statement> of(
            ContinuousAggregate aggregate, SchemaObject source, Database database, RefreshWindow window) {
        return of(aggregate, source, database, Optional.of(window), "Refresh from the first row of the source on.");
    }

    /** The same for all that it holds. */
    static Optional<Statement> ofAll(
            ContinuousAggregate aggregate, SchemaObject source, Database database, String hint) {
        return of(aggregate, source, database, Optional.empty(), hint);
    }

    private static Optional<Statement> of(
            ContinuousAggregate aggregate,
            SchemaObject source,
            Database database,
            Optional<RefreshWindow> window,
            String hint) {
        RangeDimension axis = Chunked.of(source.id(), database).axis();
        Optional<String> bucket = AggregateShape.of(aggregate.query()).bucketColumn();
        Optional<Span> width = aggregate.bucket().flatMap(BucketCall::width);
        if (bucket.isEmpty() || width.isEmpty() || !isOrdered(source, axis.column())) {
            return Optional.empty();
        }
        Optional<Sql> part = window.map(
                w -> within(w, bucket.get(), width.get(), new AggregateSource(aggregate).timeType(database)));
        return Optional.of(
                new HistoryGuard(aggregate, bucket.get(), width.get(), source, axis, part, hint).statement());
    }

    private static Sql within(RefreshWindow window, String bucket, Span width, String type) {
        return Sql.of(
                " where a.{} + {} > {} and a.{} < {}",
                Identifier.of(bucket),
                width,
                Sql.raw(RefreshWindow.literal(window.from(), type)),
                Identifier.of(bucket),
                Sql.raw(RefreshWindow.literal(window.to(), type)));
    }

    /** PostgreSQL has no least UUID. */
    private static boolean isOrdered(SchemaObject source, String time) {
        return !(source instanceof Table table)
                || !table.column(time).type().name().name().equals("uuid");
    }

    private Statement statement() {
        String doing = window.isPresent() ? "to refresh them would remove them." : "to make it again would lose them.";
        Sql oldest = Sql.of(
                "(select min(a.{}) from {} a{})", Identifier.of(bucket), aggregate.name(), window.orElse(Sql.raw("")));
        Sql body = Sql.of(
                """

                declare
                    oldest text := {};
                begin
                    if oldest is not null and not exists (
                        select from {} s where s.{} < {} + {}) then
                        raise exception using message = {} || oldest || {},
                            hint = {};
                    end if;
                end""",
                oldest,
                source.id().name(),
                Identifier.of(axis.column()),
                oldest,
                width,
                Literal.text("The " + aggregate.id() + " holds buckets from "),
                Literal.text(" on, of which " + source.id() + " has no rows any more; " + doing),
                Literal.text(hint));
        return Statement.of(Sql.of("do {}", new DollarQuoted(body.text())), LockMode.ACCESS_SHARE);
    }
}
