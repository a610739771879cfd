package dev.varve.scenario;

import static dev.varve.dsl.Postgres.from;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.bytea;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamp;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Changes;
import dev.varve.dsl.ColumnSpec;
import dev.varve.dsl.PlainTable;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What happens to columns. */
final class ColumnScenarios {

    private ColumnScenarios() {}

    private static BiConsumer<Changes, String> with(UnaryOperator<PlainTable> columns) {
        return (changes, schema) -> changes.create(
                columns.apply(table("t").inSchema(schema).column("id", integer().primaryKey())));
    }

    private static BiConsumer<Changes, String> column(ColumnSpec<?> type) {
        return with(table -> table.column("c", type));
    }

    static List<Scenario> all() {
        return List.of(
                Scenario.of("nothing changes", column(text()), column(text())),
                Scenario.of("a column more", with(t -> t), column(text()), "add column c to s.t"),
                Scenario.of(
                        "a column more with everything",
                        with(t -> t),
                        column(varchar(20)
                                .collate("C")
                                .notNull()
                                .defaultTo("it's")
                                .unique()),
                        "add column c to s.t",
                        "add constraint uq_t_c to s.t"),
                Scenario.of(
                        "a column with a name that needs quotes",
                        with(t -> t),
                        with(t -> t.column("a \"b\"", text())),
                        "add column a \"b\" to s.t"),
                Scenario.of(
                        "a column more and others in another order",
                        with(t -> t.column("a", text()).column("b", text())),
                        with(t -> t.column("b", text()).column("n", text()).column("a", text())),
                        "add column n to s.t"),
                Scenario.of("a column less", column(text()), with(t -> t), "drop column c from s.t"),
                Scenario.of(
                        "two columns more that are computed",
                        with(t -> t),
                        with(t -> t.column("x", integer().generatedAs(sql("id * 2")))
                                .column("y", integer().generatedAs(sql("id * 3")))),
                        "add column x to s.t",
                        "add column y to s.t"),
                Scenario.of(
                        "a computed column less",
                        with(t -> t.column("x", integer().generatedAs(sql("id * 2")))),
                        with(t -> t),
                        "drop column x from s.t"),
                Scenario.of(
                        "a computed column becomes plain",
                        column(integer().generatedAs(sql("id * 2"))),
                        column(integer()),
                        "compute column c of s.t no more"),
                Scenario.of(
                        "a plain column becomes computed",
                        column(integer()),
                        column(integer().generatedAs(sql("id * 2"))),
                        "drop column c from s.t",
                        "add column c to s.t"),
                Scenario.of(
                        "a default comes",
                        column(text()),
                        column(text().defaultTo("x")),
                        "set the default of column c of s.t to 'x'"),
                Scenario.of(
                        "a default changes",
                        column(text().defaultTo("x")),
                        column(text().defaultTo("y")),
                        "set the default of column c of s.t to 'y'"),
                Scenario.of(
                        "a default goes",
                        column(text().defaultTo("x")),
                        column(text()),
                        "drop the default of column c of s.t"),
                Scenario.of(
                        "null is refused", column(text()), column(text().notNull()), "make column c of s.t not null"),
                Scenario.of("null is taken", column(text().notNull()), column(text()), "let column c of s.t be null"),
                Scenario.of(
                        "a default goes and null is refused",
                        column(text().defaultTo("x")),
                        column(text().notNull()),
                        "drop the default of column c of s.t",
                        "make column c of s.t not null"),
                Scenario.of(
                        "a text becomes longer, with a default",
                        column(varchar(20).defaultTo("x")),
                        column(text().defaultTo("x")),
                        "change the type of column c of s.t to text"),
                Scenario.of(
                        "a number becomes a text, with a default that fits only after it",
                        column(integer()),
                        column(text().defaultTo("x")),
                        "change the type of column c of s.t to text",
                        "set the default of column c of s.t to 'x'"),
                Scenario.of(
                        "a text becomes a number, with a default that fits only before it",
                        column(text().defaultTo("x")),
                        column(integer()),
                        "drop the default of column c of s.t",
                        "change the type of column c of s.t to integer"),
                Scenario.of(
                        "a text becomes a number, with defaults of both",
                        column(text().defaultTo("x")),
                        column(integer().defaultTo(7)),
                        "drop the default of column c of s.t",
                        "change the type of column c of s.t to integer",
                        "set the default of column c of s.t to 7"),
                Scenario.of(
                        "type, collation, null and default at once",
                        column(text().collate("C").defaultTo("x")),
                        column(varchar(9).collate("POSIX").notNull().defaultTo("y")),
                        "drop the default of column c of s.t",
                        "change the type of column c of s.t to varchar(9) with the collation POSIX",
                        "make column c of s.t not null",
                        "set the default of column c of s.t to 'y'"),
                Scenario.of(
                        "bytes become a text",
                        column(bytea()),
                        column(text()),
                        "change the type of column c of s.t to text"),
                Scenario.of(
                        "a number becomes a time",
                        column(bigint()),
                        column(timestamp()),
                        "change the type of column c of s.t to timestamp"),
                Scenario.of(
                        "the precision of a time",
                        column(timestamptz(3)),
                        column(timestamptz(6)),
                        "change the type of column c of s.t to timestamptz(6)"),
                Scenario.of(
                        "a collation comes",
                        column(text()),
                        column(text().collate("C")),
                        "change the type of column c of s.t to text with the collation C"),
                Scenario.of(
                        "a collation becomes another",
                        column(text().collate("C")),
                        column(text().collate("POSIX")),
                        "change the type of column c of s.t to text with the collation POSIX"),
                Scenario.of(
                        "a collation goes",
                        column(text().collate("C")),
                        column(text()),
                        "change the type of column c of s.t to text with the collation default"),
                Scenario.of(
                        "an identity comes",
                        column(integer().notNull()),
                        column(integer().identity()),
                        "make an identity of column c of s.t"),
                Scenario.of(
                        "an identity comes in place of a default",
                        column(integer().notNull().defaultTo(7)),
                        column(integer().identity()),
                        "drop the default of column c of s.t",
                        "make an identity of column c of s.t"),
                Scenario.of(
                        "an identity goes",
                        column(integer().identity()),
                        column(integer().notNull()),
                        "end the identity of column c of s.t"),
                Scenario.of(
                        "an identity takes numbers that are given",
                        column(integer().identity()),
                        column(integer().identityByDefault()),
                        "make an identity of column c of s.t"),
                Scenario.of(
                        "an identity counts otherwise",
                        column(integer().identity()),
                        column(integer()
                                .identity(
                                        from(5).by(2).between(1, 99).caching(3).cycling())),
                        "make an identity of column c of s.t"),
                Scenario.of(
                        "a serial column comes", with(t -> t), column(integer().serial()), "add column c to s.t"),
                Scenario.of(
                        "a plain column becomes serial",
                        column(integer().notNull()),
                        column(integer().serial()),
                        "number rows by column c of s.t"),
                Scenario.of(
                        "a serial column becomes plain",
                        column(integer().serial()),
                        column(integer().notNull()),
                        "number rows no more by column c of s.t"),
                Scenario.of(
                        "a serial column counts in another type",
                        column(bigint().serial()),
                        column(integer().serial()),
                        "change the type of column c of s.t to integer"),
                Scenario.of("a serial column goes", column(integer().serial()), with(t -> t), "drop column c from s.t"),
                Scenario.of(
                        "an identity comes with its column",
                        with(t -> t),
                        column(integer().identity()),
                        "add column c to s.t"),
                Scenario.of(
                        "a column more that holds arrays",
                        with(t -> t),
                        column(arrayOf(integer()).notNull().defaultTo(sql("'{1,2}'::integer[]"))),
                        "add column c to s.t"),
                Scenario.of(
                        "a computed column is computed otherwise, under an index",
                        computed("id * 2"),
                        computed("id * 3"),
                        "compute column c of s.t as id * 3"),
                Scenario.of(
                        "a column is not null instead of a check that says so",
                        with(t -> t.column("c", text()).check("ck", "c is not null")),
                        with(t -> t.column("c", text().notNull())),
                        "drop constraint ck of s.t",
                        "make column c of s.t not null"),
                Scenario.of(
                        "a column has another comment and another type",
                        column(timestamp().comment("local")),
                        column(timestamptz().comment("anywhere")),
                        "change the type of column c of s.t to timestamptz",
                        "comment on column c of s.t"));
    }

    private static BiConsumer<Changes, String> computed(String expression) {
        return with(t -> t.column("c", integer().generatedAs(sql(expression))).index(on("c").named("ix")));
    }
}
