package dev.varve.scenario;

import static dev.varve.dsl.Postgres.from;
import static dev.varve.dsl.Postgres.sequence;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.smallint;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.SequenceSpec;
import java.util.List;
import java.util.function.BiConsumer;

/** What happens to sequences. */
final class SequenceScenarios {

    private SequenceScenarios() {}

    private static SequenceSpec q(String schema) {
        return sequence("q").inSchema(schema);
    }

    private static PlainTable of(String name, String schema) {
        return table(name).inSchema(schema).column("id", integer().primaryKey()).column("n", integer());
    }

    /** A sequence that belongs to a column of a table. */
    private static BiConsumer<Changes, String> owned(String owner, String... tables) {
        return (c, s) -> {
            for (String name : tables) {
                c.create(of(name, s));
            }
            c.create(q(s).ownedBy(of(owner, s), "n"));
        };
    }

    private static BiConsumer<Changes, String> counting(String name) {
        return (c, s) -> c.create(
                sequence(name).inSchema(s),
                table("t")
                        .inSchema(s)
                        .column("id", integer().primaryKey())
                        .column("n", bigint().defaultTo(sql("nextval('" + s + "." + name + "'::regclass)"))));
    }

    static List<Scenario> all() {
        return List.of(
                Scenario.of("a sequence comes", (c, s) -> {}, (c, s) -> c.create(q(s)), "create sequence s.q"),
                Scenario.of("a sequence goes", (c, s) -> c.create(q(s)), (c, s) -> {}, "drop sequence s.q"),
                Scenario.of(
                        "a sequence counts otherwise",
                        (c, s) -> c.create(q(s)),
                        (c, s) -> c.create(q(s).counting(from(5).by(3))),
                        "alter sequence s.q"),
                Scenario.of(
                        "a sequence counts in another type",
                        (c, s) -> c.create(q(s).as(smallint())),
                        (c, s) -> c.create(q(s)),
                        "alter sequence s.q"),
                Scenario.of(
                        "a sequence comes to belong to a column",
                        (c, s) -> c.create(of("t", s), q(s)),
                        owned("t", "t"),
                        "alter sequence s.q"),
                Scenario.of(
                        "a sequence comes to belong to a table that comes",
                        (c, s) -> c.create(q(s)),
                        owned("t", "t"),
                        "create table s.t",
                        "alter sequence s.q"),
                Scenario.of(
                        "a sequence belongs to another table",
                        owned("t", "t", "u"),
                        owned("u", "t", "u"),
                        "alter sequence s.q"),
                Scenario.of(
                        "a sequence belongs to another table, and its own goes",
                        owned("t", "t"),
                        owned("u", "u"),
                        "create table s.u",
                        "alter sequence s.q",
                        "drop table s.t"),
                Scenario.of(
                        "a sequence goes with its column",
                        owned("t", "t"),
                        (c, s) -> c.create(
                                table("t").inSchema(s).column("id", integer().primaryKey())),
                        "drop column n from s.t"),
                Scenario.of(
                        "a default takes numbers from another sequence, and the old one goes",
                        counting("a"),
                        counting("b"),
                        "create sequence s.b",
                        "set the default of column n of s.t to nextval('s.b'::regclass)",
                        "drop sequence s.a"));
    }
}
