package dev.varve.timescale.model;

import dev.varve.sql.DollarQuoted;
import dev.varve.sql.Identifier;
import dev.varve.sql.LockMode;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in for the functions of TimescaleDB on a PostgreSQL without it: {@code time_bucket} over fixed widths, {@code first} and {@code
 * last}. They live in a schema of their own, which is no part of anybody's schema. They are slower than the real ones.
 */
public final class PlainFunctions {

    /** The schema in which they live. */
    public static final String SCHEMA = "timescale_plain";

    /** Buckets of whole weeks begin on a Monday; months have no fixed width, and {@code date_bin} refuses them with the reason. */
    private static final String ORIGIN = "2000-01-03";

    private PlainFunctions() {}

    static List<Statement> creation() {
        List<Sql> statements = new ArrayList<>();
        statements.add(Sql.of("create schema {}", Identifier.of(SCHEMA)));
        for (String type : List.of("timestamptz", "timestamp")) {
            String zone = type.equals("timestamptz") ? " 00:00+00" : "";
            statements.add(function(
                    "time_bucket(bucket_width interval, ts " + type + ") returns " + type
                            + " language sql immutable strict",
                    "select pg_catalog.date_bin(bucket_width, ts, " + type + " '" + ORIGIN + zone + "')"));
        }
        statements.add(function(
                "time_bucket(bucket_width interval, ts date) returns date language sql immutable strict",
                "select pg_catalog.date_bin(bucket_width, ts::timestamp, timestamp '" + ORIGIN + "')::date"));
        statements.add(function(
                "chosen(state text[], value anyelement, at anycompatible) returns anyelement language plpgsql immutable",
                "declare result value%type; begin result := state[1]; return result; end"));
        statements.addAll(bookend("first", "<"));
        statements.addAll(bookend("last", ">"));
        return statements.stream().map(sql -> Statement.of(sql, LockMode.NONE)).toList();
    }

    /**
     * An aggregate that gives the value beside the least or the greatest second argument. Its state is both as text; where two are equal, the
     * row that came first stays.
     */
    private static List<Sql> bookend(String name, String comparison) {
        String body = "declare kept at%%type; begin"
                + " if state is null or state[2] is null then return array[value::text, at::text]; end if;"
                + " kept := state[2];"
                + " if at %s kept then return array[value::text, at::text]; end if;"
                + " return state; end";
        return List.of(
                function(
                        name
                                + "_step(state text[], value anyelement, at anycompatible) returns text[] language plpgsql immutable",
                        body.formatted(comparison)),
                Sql.of(
                        "create aggregate {}(anyelement, anycompatible) (sfunc = {}, stype = text[], finalfunc = {}, finalfunc_extra)",
                        name(name),
                        name(name + "_step"),
                        name("chosen")));
    }

    private static Sql function(String signature, String body) {
        return Sql.of("create function " + SCHEMA + "." + signature + " as {}", new DollarQuoted(body));
    }

    private static QualifiedName name(String function) {
        return QualifiedName.of(SCHEMA, function);
    }

    /** Nothing of anybody else's lives in the schema. */
    static List<Statement> removal() {
        return List.of(Statement.of(Sql.of("drop schema {} cascade", Identifier.of(SCHEMA)), LockMode.NONE));
    }
}
