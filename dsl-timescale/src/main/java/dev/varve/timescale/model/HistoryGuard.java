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

/** Fails if an aggregate holds buckets that end before the first row of its source, which could not be computed again. */
record HistoryGuard(ContinuousAggregate aggregate, String bucket, Span width, SchemaObject source, String time) {

    /** The statement, as far as the query of the aggregate tells what its buckets are. */
    static Optional<Statement> of(ContinuousAggregate aggregate, SchemaObject source, Database database) {
        String time = Chunked.of(source.id(), database).axis().column();
        Optional<String> bucket = AggregateShape.of(aggregate.query()).bucketColumn();
        Optional<Span> width = aggregate.bucket().flatMap(BucketCall::width);
        return bucket.isPresent() && width.isPresent() && isOrdered(source, time)
                ? Optional.of(new HistoryGuard(aggregate, bucket.get(), width.get(), source, time).statement())
                : Optional.empty();
    }

    /** PostgreSQL has no least UUID. */
    private static boolean isOrdered(SchemaObject source, String time) {
        return !(source instanceof Table table)
                || !table.column(time).type().name().name().equals("uuid");
    }

    private Statement statement() {
        Sql body = Sql.of(
                """

                declare
                    oldest text := (select min({}) from {});
                begin
                    if oldest is not null and not exists (
                        select from {} s where s.{} < (select min(a.{}) + {} from {} a)) then
                        raise exception using message = {} || oldest || {},
                            hint = {};
                    end if;
                end""",
                Identifier.of(bucket),
                aggregate.name(),
                source.id().name(),
                Identifier.of(time),
                Identifier.of(bucket),
                width,
                aggregate.name(),
                Literal.text("The " + aggregate.id() + " holds buckets from "),
                Literal.text(
                        " on, of which " + source.id() + " has no rows any more; to make it again would lose them."),
                Literal.text("Say cascadeRecreateLosing() if they may be lost."));
        return Statement.of(Sql.of("do {}", new DollarQuoted(body.text())), LockMode.ACCESS_SHARE);
    }
}
