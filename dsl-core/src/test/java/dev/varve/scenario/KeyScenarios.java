package dev.varve.scenario;

import static dev.varve.dsl.Postgres.CASCADE;
import static dev.varve.dsl.Postgres.RESTRICT;
import static dev.varve.dsl.Postgres.desc;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.key;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamp;

import dev.varve.dsl.Changes;
import dev.varve.dsl.ColumnSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.model.CheckConstraint;
import dev.varve.model.Constraint;
import dev.varve.model.Enforcement;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Referenced;
import dev.varve.model.Table;
import dev.varve.model.UniqueConstraint;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What happens to keys, checks, references and indexes. */
final class KeyScenarios {

    private KeyScenarios() {}

    private static BiConsumer<Changes, String> with(UnaryOperator<PlainTable> more) {
        return (changes, schema) -> changes.create(more.apply(table("t")
                .inSchema(schema)
                .column("id", integer().notNull())
                .column("a", integer().notNull())
                .column("note", text())));
    }

    private static Constraint primary(String name, String... columns) {
        return new PrimaryKeyConstraint(name, List.of(columns));
    }

    private static Constraint check(String condition) {
        return new CheckConstraint("ck", new Expression(condition));
    }

    private static BiConsumer<Changes, String> reference(UnaryOperator<ForeignKeyConstraint> change) {
        return reference(integer(), change);
    }

    private static BiConsumer<Changes, String> referenceOf(ColumnSpec<?> type) {
        return reference(type, fk -> fk);
    }

    private static BiConsumer<Changes, String> reference(
            ColumnSpec<?> type, UnaryOperator<ForeignKeyConstraint> change) {
        return (changes, schema) -> changes.create(
                table("u")
                        .inSchema(schema)
                        .column("id", type.primaryKey())
                        .column("b", integer().unique()),
                table("t")
                        .inSchema(schema)
                        .column("a", type)
                        .column("b", integer())
                        .constraint(change.apply(new ForeignKeyConstraint(
                                "fk",
                                List.of("a"),
                                Referenced.of(Table.id(QualifiedName.of(schema, "u")), List.of("id"))))));
    }

    private static final BiConsumer<Changes, String> UNREFERENCED = (changes, schema) -> changes.create(
            table("u")
                    .inSchema(schema)
                    .column("id", integer().primaryKey())
                    .column("b", integer().unique()),
            table("t").inSchema(schema).column("a", integer()).column("b", integer()));

    private static BiConsumer<Changes, String> circle(boolean exists) {
        return (changes, schema) -> {
            if (exists) {
                changes.create(table("first")
                        .inSchema(schema)
                        .column("id", integer().primaryKey())
                        .column("other", integer()));
                changes.create(table("second")
                        .inSchema(schema)
                        .column("id", integer().primaryKey())
                        .column("other", integer().references(table("first").inSchema(schema), "id")));
                changes.alter(table("first").inSchema(schema))
                        .addForeignKey(
                                "other",
                                dev.varve.dsl.Postgres.reference(table("second").inSchema(schema), "id"));
            }
        };
    }

    static List<Scenario> all() {
        return List.of(
                Scenario.of(
                        "a primary key comes",
                        with(t -> t),
                        with(t -> t.constraint(primary("pk", "id"))),
                        "add constraint pk to s.t"),
                Scenario.of(
                        "a primary key goes",
                        with(t -> t.constraint(primary("pk", "id"))),
                        with(t -> t),
                        "drop constraint pk of s.t"),
                Scenario.of(
                        "a primary key of other columns",
                        with(t -> t.constraint(primary("pk", "id"))),
                        with(t -> t.constraint(primary("pk", "a", "id"))),
                        "drop constraint pk of s.t",
                        "add constraint pk to s.t"),
                Scenario.of(
                        "a primary key called otherwise, and the old column takes null",
                        with(t -> t.constraint(primary("pk", "id"))),
                        (changes, schema) -> changes.create(table("t")
                                .inSchema(schema)
                                .column("id", integer())
                                .column("a", integer().notNull())
                                .column("note", text())
                                .constraint(primary("other", "a"))),
                        "drop constraint pk of s.t",
                        "let column id of s.t be null",
                        "add constraint other to s.t"),
                Scenario.of(
                        "a unique constraint comes",
                        with(t -> t),
                        with(t -> t.constraint(new UniqueConstraint("uq", List.of("a")))),
                        "add constraint uq to s.t"),
                Scenario.of(
                        "a unique constraint becomes a unique index",
                        with(t -> t.constraint(new UniqueConstraint("uq", List.of("a")))),
                        with(t -> t.index(on("a").unique().named("uq"))),
                        "drop constraint uq of s.t",
                        "create index s.uq"),
                Scenario.of(
                        "a check comes",
                        with(t -> t),
                        with(t -> t.constraint(check("a > 0"))),
                        "add constraint ck to s.t"),
                Scenario.of(
                        "a check says something else",
                        with(t -> t.constraint(check("a > 0"))),
                        with(t -> t.constraint(check("a > 1"))),
                        "drop constraint ck of s.t",
                        "add constraint ck to s.t"),
                Scenario.of(
                        "a check goes",
                        with(t -> t.constraint(check("a > 0"))),
                        with(t -> t),
                        "drop constraint ck of s.t"),
                Scenario.of(
                        "a check comes with the function that it calls",
                        with(t -> t),
                        (c, schema) -> {
                            c.create(function("positive")
                                    .inSchema(schema)
                                    .argument("x", integer())
                                    .returns("boolean")
                                    .language("sql")
                                    .immutable()
                                    .body("select x > 0"));
                            with(t -> t.constraint(check(schema + ".positive(a)")))
                                    .accept(c, schema);
                        },
                        "create function s.positive(integer)",
                        "add constraint ck to s.t"),
                Scenario.of(
                        "a check goes with its column",
                        with(t -> t.column("z", integer()).constraint(check("z > 0"))),
                        with(t -> t),
                        "drop constraint ck of s.t",
                        "drop column z from s.t"),
                Scenario.of(
                        "a check comes with its column",
                        with(t -> t),
                        with(t -> t.column("z", integer()).constraint(check("z > 0"))),
                        "add column z to s.t",
                        "add constraint ck to s.t"),
                Scenario.of(
                        "a check is enforced for old rows",
                        with(t -> t.constraint(check("a > 0").enforcing(Enforcement.NOT_VALID))),
                        with(t -> t.constraint(check("a > 0"))),
                        "validate constraint ck of s.t"),
                Scenario.of(
                        "a check is no more enforced for old rows",
                        with(t -> t.constraint(check("a > 0"))),
                        with(t -> t.constraint(check("a > 0").enforcing(Enforcement.NOT_VALID))),
                        "drop constraint ck of s.t",
                        "add constraint ck to s.t"),
                Scenario.of(
                        "a check is not for heirs",
                        with(t -> t.constraint(check("a > 0"))),
                        with(t -> t.constraint(check("a > 0").inheriting(false))),
                        "drop constraint ck of s.t",
                        "add constraint ck to s.t"),
                Scenario.of(
                        "a check and the type of its column",
                        with(t -> t.column("z", integer()).constraint(check("z > 0"))),
                        with(t -> t.column("z", text()).constraint(check("z > 'a'"))),
                        "drop constraint ck of s.t",
                        "change the type of column z of s.t to text",
                        "add constraint ck to s.t"),
                Scenario.of("a reference comes", UNREFERENCED, reference(fk -> fk), "add constraint fk to s.t"),
                Scenario.of("a reference goes", reference(fk -> fk), UNREFERENCED, "drop constraint fk of s.t"),
                Scenario.of(
                        "a reference comes with its table",
                        (changes, schema) -> {},
                        reference(fk -> fk),
                        "create table s.u",
                        "create table s.t"),
                Scenario.of(
                        "a reference goes with its table",
                        reference(fk -> fk),
                        (changes, schema) -> {},
                        "drop table s.t",
                        "drop table s.u"),
                Scenario.of(
                        "a reference deletes, too",
                        reference(fk -> fk),
                        reference(fk -> fk.onDelete(CASCADE)),
                        "drop constraint fk of s.t",
                        "add constraint fk to s.t"),
                Scenario.of(
                        "a reference restricts updates",
                        reference(fk -> fk.onUpdate(CASCADE)),
                        reference(fk -> fk.onUpdate(RESTRICT)),
                        "drop constraint fk of s.t",
                        "add constraint fk to s.t"),
                Scenario.of(
                        "a reference of another column",
                        reference(fk -> fk),
                        reference(fk -> fk.from(List.of("b"))),
                        "drop constraint fk of s.t",
                        "add constraint fk to s.t"),
                Scenario.of(
                        "a reference is enforced for old rows",
                        reference(fk -> fk.enforcing(Enforcement.NOT_VALID)),
                        reference(fk -> fk),
                        "validate constraint fk of s.t"),
                Scenario.of(
                        "both ends of a reference become larger",
                        reference(fk -> fk),
                        referenceOf(bigint()),
                        "change the type of column id of s.u to bigint",
                        "change the type of column a of s.t to bigint"),
                Scenario.of(
                        "both ends of a reference become texts",
                        reference(fk -> fk),
                        referenceOf(text()),
                        "drop constraint fk of s.t",
                        "change the type of column a of s.t to text",
                        "change the type of column id of s.u to text",
                        "add constraint fk to s.t"),
                Scenario.of(
                        "both ends of a reference become times",
                        reference(fk -> fk),
                        referenceOf(timestamp()),
                        "drop constraint fk of s.t",
                        "change the type of column a of s.t to timestamp",
                        "change the type of column id of s.u to timestamp",
                        "add constraint fk to s.t"),
                Scenario.of(
                        "two tables that reference each other come",
                        circle(false),
                        circle(true),
                        "create table s.second",
                        "create table s.first",
                        "add constraint fk_second_other to s.second"),
                Scenario.of(
                        "two tables that reference each other go",
                        circle(true),
                        circle(false),
                        "drop constraint fk_second_other of s.second",
                        "drop constraint fk_first_other of s.first",
                        "drop table s.second",
                        "drop table s.first"),
                Scenario.of(
                        "an index comes", with(t -> t), with(t -> t.index(on("a").named("ix"))), "create index s.ix"),
                Scenario.of("an index goes", with(t -> t.index(on("a").named("ix"))), with(t -> t), "drop index s.ix"),
                Scenario.of(
                        "an index goes with its column",
                        with(t -> t.column("z", text()).index(on("z").named("ix"))),
                        with(t -> t),
                        "drop column z from s.t"),
                Scenario.of(
                        "an index of other columns",
                        with(t -> t.index(on("a").named("ix"))),
                        with(t -> t.index(on("a", "note").named("ix"))),
                        "alter index s.ix"),
                Scenario.of(
                        "an index in another order",
                        with(t -> t.index(on("a").named("ix"))),
                        with(t -> t.index(on(desc("a")).named("ix"))),
                        "alter index s.ix"),
                Scenario.of(
                        "an index becomes unique",
                        with(t -> t.index(on("a").named("ix"))),
                        with(t -> t.index(on("a").unique().named("ix"))),
                        "alter index s.ix"),
                Scenario.of(
                        "an index of another method",
                        with(t -> t.index(on("a").named("ix"))),
                        with(t -> t.index(on("a").using("hash").named("ix"))),
                        "alter index s.ix"),
                Scenario.of(
                        "an index of some rows, of an expression, with columns beside",
                        with(t -> t),
                        with(t -> t.index(on("a").where("a > 0").named("i1"))
                                .index(on(key(sql("lower(note)"))).named("i2"))
                                .index(on("a").include("note").named("i3"))),
                        "create index s.i2",
                        "create index s.i3",
                        "create index s.i1"),
                Scenario.of(
                        "an index of other rows",
                        with(t -> t.index(on("a").where("a > 0").named("ix"))),
                        with(t -> t.index(on("a").where("a > 1").named("ix"))),
                        "alter index s.ix"),
                Scenario.of(
                        "an index whose nulls are not distinct",
                        with(t -> t.index(on("note").unique().named("ix"))),
                        with(t -> t.index(on("note").unique().nullsNotDistinct().named("ix"))),
                        "alter index s.ix"),
                Scenario.of(
                        "an index is stored otherwise",
                        with(t -> t.index(on("a").using("brin")
                                .storage(Map.of("pages_per_range", "2"))
                                .named("ix"))),
                        with(t -> t.index(on("a").using("brin")
                                .storage(Map.of("pages_per_range", "3"))
                                .named("ix"))),
                        "alter index s.ix"),
                Scenario.of(
                        "an index of the same name is of another table",
                        with(t -> t.index(on("a").named("ix"))).andThen(KeyScenarios::beside),
                        with(t -> t).andThen((c, s) -> c.create(beside(s).index(on("a").named("ix")))),
                        "alter index s.ix"),
                Scenario.of(
                        "keys, checks and indexes are called otherwise",
                        with(t -> t.constraint(primary("pk", "id"))
                                .constraint(check("a > 0"))
                                .index(on("a").named("ix"))),
                        with(t -> t.constraint(primary("pk2", "id"))
                                .constraint(new CheckConstraint("ck2", new Expression("a > 0")))
                                .index(on("a").named("ix2"))),
                        "rename constraint pk of s.t to pk2",
                        "rename constraint ck of s.t to ck2",
                        "rename index s.ix to ix2"),
                Scenario.of(
                        "a primary key has a column beside it",
                        with(t -> t.primaryKey(key("id").named("pk"))),
                        with(t -> t.primaryKey(key("id").include("a").named("pk"))),
                        "drop constraint pk of s.t",
                        "add constraint pk to s.t"),
                Scenario.of(
                        "a reference comes with the key that it references",
                        (c, s) -> c.create(beside(s), owing(s)),
                        (c, s) -> c.create(
                                beside(s).unique(key("a").named("uq")),
                                owing(s).constraint(new ForeignKeyConstraint(
                                        "fk",
                                        List.of("a"),
                                        Referenced.of(Table.id(QualifiedName.of(s, "beside")), List.of("a"))))),
                        "add constraint uq to s.beside",
                        "add constraint fk to s.owing"));
    }

    private static void beside(Changes changes, String schema) {
        changes.create(beside(schema));
    }

    private static PlainTable beside(String schema) {
        return table("beside").inSchema(schema).column("a", integer());
    }

    private static PlainTable owing(String schema) {
        return table("owing").inSchema(schema).column("a", integer());
    }
}
