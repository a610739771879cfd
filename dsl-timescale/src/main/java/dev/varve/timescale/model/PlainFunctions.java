package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Functions that do on a plain PostgreSQL what those of TimescaleDB do: {@code time_bucket} for times and dates, by intervals without
 * months, and the aggregates {@code first} and {@code last}. Slow, and good enough for development.
 */
public final class PlainFunctions {

    /** The schema in which they live: their own, so that it is no part of anybody's schema. */
    public static final String SCHEMA = "timescale_plain";

    /** Buckets are counted from a Monday, as in TimescaleDB. */
    private static final String BUCKET = """
            create function {}.time_bucket(bucket_width interval, ts %s) returns %s
            language sql immutable strict parallel safe
            as $$ select date_bin(bucket_width, ts::%s, %s)%s $$""";

    /** The state is the value and its time as text; of equal times the one seen first stays. */
    private static final String STEP = """
            create function {}.varve_%s_step(state text[], value anyelement, moment anycompatible) returns text[]
            language plpgsql immutable parallel safe
            as $$
            declare
                seen moment%%type;
            begin
                if state is null then
                    return array[value::text, moment::text];
                end if;
                seen := state[2];
                return case when moment %s seen or seen is null and moment is not null
                    then array[value::text, moment::text] else state end;
            end $$""";

    private static final String RESULT = """
            create function {}.varve_bookend(state text[], value anyelement, moment anycompatible) returns anyelement
            language plpgsql immutable parallel safe
            as $$
            declare
                result value%type;
            begin
                result := state[1];
                return result;
            end $$""";

    private static final String AGGREGATE = """
            create aggregate {}.%s(anyelement, anycompatible) (
                sfunc = {}.varve_%s_step, stype = text[], finalfunc = {}.varve_bookend, finalfunc_extra, parallel = safe)""";

    private PlainFunctions() {}

    static List<Statement> creation() {
        Identifier in = Identifier.of(SCHEMA);
        return statements(Stream.of(
                Sql.of("create schema if not exists {}", in),
                Sql.of(bucket("timestamptz", "timestamptz", "timestamptz '2000-01-03 00:00+00'", ""), in),
                Sql.of(bucket("timestamp", "timestamp", "timestamp '2000-01-03'", ""), in),
                Sql.of(bucket("date", "timestamp", "timestamp '2000-01-03'", "::date"), in),
                Sql.of(RESULT, in),
                Sql.of(STEP.formatted("first", "<"), in),
                Sql.of(STEP.formatted("last", ">"), in),
                Sql.of(AGGREGATE.formatted("first", "first"), in, in, in),
                Sql.of(AGGREGATE.formatted("last", "last"), in, in, in)));
    }

    /**
     * The statements by which a database is known from then on as one without TimescaleDB; none if the history makes the extension, which
     * does that, too.
     */
    static List<Statement> mark(Database database) {
        return database.has(Extension.id(TimescaleEdition.EXTENSION))
                ? List.of()
                : statements(Stream.of(Sql.of("create schema if not exists {}", Identifier.of(SCHEMA))));
    }

    private static String bucket(String type, String binned, String origin, String back) {
        return BUCKET.formatted(type, type, binned, origin, back);
    }

    /** Nothing of anybody else's lives in the schema. */
    static List<Statement> removal() {
        return statements(Stream.of(Sql.of("drop schema {} cascade", Identifier.of(SCHEMA))));
    }

    private static List<Statement> statements(Stream<Sql> sql) {
        return sql.map(text -> Statement.of(text, LockMode.NONE)).toList();
    }
}
