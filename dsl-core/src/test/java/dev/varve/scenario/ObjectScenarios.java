package dev.varve.scenario;

import static dev.varve.dsl.Postgres.INSERT;
import static dev.varve.dsl.Postgres.UPDATE;
import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.from;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.materializedView;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.policy;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.sequence;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.trigger;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TriggerSpec;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What happens to tables as a whole and to all other kinds of objects. */
final class ObjectScenarios {

    private ObjectScenarios() {}

    private static PlainTable t(String schema) {
        return table("t").inSchema(schema);
    }

    private static PlainTable made(String schema) {
        return t(schema).column("id", integer().primaryKey()).column("note", text());
    }

    private static BiConsumer<Changes, String> table(UnaryOperator<PlainTable> more) {
        return (changes, schema) -> changes.create(more.apply(made(schema)));
    }

    private static PlainTable table(String name) {
        return dev.varve.dsl.Postgres.table(name);
    }

    private static BiConsumer<Changes, String> and(BiConsumer<Changes, String> more) {
        return table(t -> t).andThen(more);
    }

    private static BiConsumer<Changes, String> values(String... values) {
        return (changes, schema) -> changes.create(
                enumType("side").inSchema(schema).values(values),
                table("uses")
                        .inSchema(schema)
                        .column("id", integer().primaryKey())
                        .column(
                                "side",
                                enumerated(enumType("side").inSchema(schema)).defaultTo(values[0])));
    }

    private static BiConsumer<Changes, String> viewed(String query) {
        return and(
                (changes, schema) -> changes.create(view("v").inSchema(schema).as(query.replace("%", schema))));
    }

    private static BiConsumer<Changes, String> triggered(UnaryOperator<TriggerSpec> how) {
        return and((changes, schema) -> {
            changes.create(function("f").inSchema(schema).returns("trigger").body("begin return new; end"));
            changes.create(function("g").inSchema(schema).returns("trigger").body("begin return new; end"));
            changes.create(how.apply(trigger("watch")
                    .before(INSERT)
                    .on(t(schema))
                    .forEachRow()
                    .call(function("f").inSchema(schema))));
        });
    }

    static List<Scenario> all() {
        return List.of(
                Scenario.of("a table comes", (changes, schema) -> {}, table(t -> t), "create table s.t"),
                Scenario.of("a table goes", table(t -> t), (changes, schema) -> {}, "drop table s.t"),
                Scenario.of(
                        "a table is stored otherwise",
                        table(t -> t),
                        table(t -> t.storageParameters(Map.of("fillfactor", "70"))),
                        "set the storage parameters of table s.t"),
                Scenario.of(
                        "rows are secured",
                        table(t -> t),
                        table(t -> t.rowSecurity()),
                        "set the row security of table s.t"),
                Scenario.of(
                        "rows are secured for the owner, too",
                        table(t -> t.rowSecurity()),
                        table(t -> t.forcedRowSecurity()),
                        "set the row security of table s.t"),
                Scenario.of(
                        "a table is replicated in full",
                        table(t -> t),
                        table(t -> t.replicaIdentityFull()),
                        "set replica identity s.t"),
                Scenario.of("a comment comes", table(t -> t), table(t -> t.comment("it's")), "comment on table s.t"),
                Scenario.of(
                        "a comment changes",
                        table(t -> t.comment("it's")),
                        table(t -> t.comment("it was")),
                        "comment on table s.t"),
                Scenario.of(
                        "a comment goes",
                        table(t -> t.comment("it's")),
                        table(t -> t),
                        "remove the comment on table s.t"),
                Scenario.of(
                        "a policy comes",
                        table(t -> t),
                        and((c, s) -> c.create(policy("p", t(s)).using("id > 0"))),
                        "create policy s.t.p"),
                Scenario.of(
                        "a policy says something else",
                        and((c, s) -> c.create(policy("p", t(s)).using("id > 0"))),
                        and((c, s) -> c.create(policy("p", t(s)).using("id > 1").withCheck("id > 2"))),
                        "alter policy s.t.p"),
                Scenario.of(
                        "a policy restricts",
                        and((c, s) -> c.create(policy("p", t(s)).using("id > 0"))),
                        and((c, s) -> c.create(policy("p", t(s)).using("id > 0").restrictive())),
                        "alter policy s.t.p"),
                Scenario.of(
                        "an enum has a value more at the end",
                        values("buy", "sell"),
                        values("buy", "sell", "it's"),
                        "add value 'it's' to enum s.side"),
                Scenario.of(
                        "an enum has a value more before the others",
                        values("buy", "sell"),
                        values("hold", "buy", "sell"),
                        "add value 'hold' to enum s.side",
                        "set the default of column side of s.uses to 'hold'"),
                Scenario.of(
                        "an enum in use has a value less",
                        values("buy", "sell", "hold"),
                        values("buy", "sell"),
                        "give enum type s.side the values [buy, sell], recreating what uses it"),
                Scenario.of(
                        "a sequence counts otherwise",
                        (c, s) -> c.create(sequence("q").inSchema(s)),
                        (c, s) -> c.create(sequence("q").inSchema(s).counting(from(5).by(3))),
                        "alter sequence s.q"),
                Scenario.of("a view comes", table(t -> t), viewed("select t.id from %.t t"), "create view s.v"),
                Scenario.of("a view goes", viewed("select t.id from %.t t"), table(t -> t), "drop view s.v"),
                Scenario.of(
                        "a view has a column more at the end",
                        viewed("select t.id from %.t t"),
                        viewed("select t.id, t.note from %.t t where t.id > 0"),
                        "recreate view s.v"),
                Scenario.of(
                        "a view has a column less",
                        viewed("select t.id, t.note from %.t t"),
                        viewed("select t.id from %.t t"),
                        "recreate view s.v"),
                Scenario.of(
                        "a view goes with the column that it shows",
                        viewed("select t.id, t.note from %.t t"),
                        (c, s) -> c.create(t(s).column("id", integer().primaryKey())),
                        "drop view s.v",
                        "drop column note from s.t"),
                Scenario.of(
                        "the type of a column that a view shows",
                        viewed("select t.id from %.t t"),
                        (c, s) -> c.create(
                                t(s).column("id", bigint().primaryKey()).column("note", text()),
                                view("v").inSchema(s).as("select t.id from " + s + ".t t")),
                        "change the type of column id of s.t to bigint, recreating what uses it"),
                Scenario.of(
                        "a materialized view has another query",
                        and((c, s) -> c.create(materializedView("m")
                                .inSchema(s)
                                .as("select t.id from " + s + ".t t")
                                .index(on("id").unique().named("mi")))),
                        and((c, s) -> c.create(materializedView("m")
                                .inSchema(s)
                                .as("select t.id, t.note from " + s + ".t t")
                                .index(on("id").unique().named("mi")))),
                        "alter materialized view s.m"),
                Scenario.of(
                        "a function does something else",
                        and((c, s) -> c.create(
                                function("f").inSchema(s).returns("trigger").body("begin return new; end"))),
                        and((c, s) -> c.create(
                                function("f").inSchema(s).returns("trigger").body("begin return old; end"))),
                        "alter function s.f()"),
                Scenario.of(
                        "a trigger has a condition",
                        triggered(t -> t),
                        triggered(t -> t.when("new.id > 0")),
                        "alter trigger s.t.watch"),
                Scenario.of(
                        "a trigger calls another function",
                        triggered(t -> t),
                        and((c, s) -> {
                            c.create(
                                    function("f").inSchema(s).returns("trigger").body("begin return new; end"));
                            c.create(
                                    function("g").inSchema(s).returns("trigger").body("begin return new; end"));
                            c.create(trigger("watch")
                                    .before(INSERT, UPDATE)
                                    .on(t(s))
                                    .forEachRow()
                                    .call(function("g").inSchema(s)));
                        }),
                        "alter trigger s.t.watch"),
                Scenario.of(
                        "a partition comes",
                        (c, s) -> c.create(parts(s)),
                        (c, s) -> c.create(parts(s), part(s)),
                        "create partition s.p1"),
                Scenario.of(
                        "a partition goes",
                        (c, s) -> c.create(parts(s), part(s)),
                        (c, s) -> c.create(parts(s)),
                        "drop partition s.p1"),
                Scenario.of(
                        "a table becomes partitioned",
                        (c, s) -> c.create(
                                table("p").inSchema(s).column("id", integer().notNull())),
                        (c, s) -> c.create(parts(s), part(s)),
                        "It is not possible to set the partitioning of table s.p: PostgreSQL cannot change that of table s.p.",
                        "It is not possible to create partition s.p1: The table s.p is not partitioned, so that partition s.p1 cannot be a part of it."));
    }

    private static PlainTable parts(String schema) {
        return table("p").inSchema(schema).column("id", integer().notNull()).partitionBy(range("id"));
    }

    private static dev.varve.dsl.PartitionSpec part(String schema) {
        return partition("p1")
                .inSchema(schema)
                .of(table("p").inSchema(schema))
                .from(0)
                .to(10);
    }
}
