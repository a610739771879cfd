package dev.varve.scenario;

import static dev.varve.dsl.Postgres.INSERT;
import static dev.varve.dsl.Postgres.UPDATE;
import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.materializedView;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.policy;
import static dev.varve.dsl.Postgres.procedure;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.trigger;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.TriggerSpec;
import dev.varve.model.Policy;
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
                        "a view checks what is written through it",
                        and((c, s) -> c.create(view("v").inSchema(s).as("select t.id from " + s + ".t t"))),
                        and((c, s) -> c.create(view("v")
                                .inSchema(s)
                                .as("select t.id from " + s + ".t t")
                                .securityBarrier()
                                .withLocalCheckOption())),
                        "replace view s.v"),
                Scenario.of(
                        "an index of a materialized view is of other columns",
                        materialized("id"),
                        materialized("note"),
                        "alter index s.mi"),
                Scenario.of(
                        "a procedure does something else",
                        and((c, s) -> c.create(procedure("p").inSchema(s).body("begin perform 1; end"))),
                        and((c, s) -> c.create(procedure("p").inSchema(s).body("begin perform 2; end"))),
                        "alter procedure s.p()"),
                Scenario.of(
                        "a function calls another one, and the old one goes",
                        calling("f"),
                        calling("g"),
                        "drop function s.f()",
                        "create function s.g()",
                        "alter function s.calls()"),
                Scenario.of(
                        "a trigger becomes a constraint",
                        and((c, s) -> {
                            c.create(nothing("f", s));
                            c.create(after(s));
                        }),
                        and((c, s) -> {
                            c.create(nothing("f", s));
                            c.create(after(s).constraint().deferred());
                        }),
                        "alter trigger s.t.watch"),
                Scenario.of(
                        "a trigger of the same name is of another table",
                        and((c, s) -> {
                            c.create(nothing("f", s), other(s));
                            c.create(after(s));
                        }),
                        and((c, s) -> {
                            c.create(nothing("f", s), other(s));
                            c.create(after(s).on(other(s)));
                        }),
                        "drop trigger s.t.watch",
                        "create trigger s.other.watch"),
                Scenario.of(
                        "a policy is for other commands",
                        table(t -> t.rowSecurity())
                                .andThen((c, s) -> c.create(policy("own", t(s)).using("id > 0"))),
                        table(t -> t.rowSecurity())
                                .andThen((c, s) -> c.create(policy("own", t(s))
                                        .forCommand(Policy.Command.UPDATE)
                                        .using("id > 0"))),
                        "alter policy s.t.own"));
    }

    private static BiConsumer<Changes, String> materialized(String column) {
        return and((c, s) -> c.create(materializedView("m")
                .inSchema(s)
                .as("select t.id, t.note from " + s + ".t t")
                .index(on(column).named("mi"))));
    }

    private static BiConsumer<Changes, String> calling(String name) {
        return (c, s) -> c.create(
                function(name).inSchema(s).returns(integer()).language("sql").body("select 1"),
                function("calls").inSchema(s).returns(integer()).body("begin return " + s + "." + name + "(); end"));
    }

    private static FunctionSpec nothing(String name, String schema) {
        return function(name).inSchema(schema).returns("trigger").body("begin return new; end");
    }

    private static TriggerSpec after(String schema) {
        return trigger("watch")
                .after(INSERT)
                .on(t(schema))
                .forEachRow()
                .call(function("f").inSchema(schema));
    }

    private static PlainTable other(String schema) {
        return table("other").inSchema(schema).column("id", integer().primaryKey());
    }
}
