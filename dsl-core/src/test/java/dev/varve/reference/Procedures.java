package dev.varve.reference;

import static dev.varve.dsl.Postgres.procedure;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;

final class Procedures implements ReferencePage {

    @Override
    public String title() {
        return "Procedures";
    }

    @Override
    public String introduction() {
        return "A procedure is called by a statement of its own, and may end transactions. It is known by its name and the types of the"
                + " arguments that a call gives.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(
                schema("shop"),
                schema("archive"),
                table("sales")
                        .inSchema("shop")
                        .column("id", integer().primaryKey())
                        .column("note", text()));
    }

    @Snippet("Create a procedure")
    void create(Changes changes) {
        changes.create(procedure("clean")
                .inSchema("shop")
                .argument("age", integer())
                .argument("reason", text(), "old")
                .body("begin delete from shop.sales s where s.id < age; commit; end"));
    }

    @Snippet("Find names as those who call it do")
    void unchecked(Changes changes) {
        changes.create(procedure("empty")
                .inSchema("shop")
                .language("sql")
                .body("delete from whatever_the_caller_means")
                .unchecked());
    }

    @Snippet("Take and give values")
    void out(Changes changes) {
        changes.create(procedure("measure")
                .inSchema("shop")
                .argument("age", integer())
                .out("number", integer())
                .inout("total", integer())
                .body("begin number := age; total := total + age; end"));
    }

    @Snippet("Take any number of values")
    void variadic(Changes changes) {
        changes.create(
                procedure("note_all").inSchema("shop").variadic("words", text()).body("begin end"));
    }

    @Snippet("Let PostgreSQL read the body at once")
    void atomic(Changes changes) {
        changes.create(procedure("record_sale")
                .inSchema("shop")
                .argument("number", integer())
                .argument("remark", text())
                .atomic("insert into shop.sales (id, note) values (number, remark)"));
    }

    @Snippet("Run with the rights of the owner, and with parameters of its own")
    void securityDefiner(Changes changes) {
        changes.create(procedure("look")
                .inSchema("shop")
                .language("sql")
                .securityDefiner()
                .setting("work_mem", "64MB")
                .body("select 1"));
    }

    @Snippet(value = "Change the rights and the parameters with which it runs", after = "securityDefiner")
    void rights(Changes changes) {
        changes.alter(procedure("look").inSchema("shop"))
                .securityInvoker()
                .resetting("search_path")
                .setting("work_mem", "32MB")
                .securityDefiner();
    }

    @Snippet(value = "Put another body in its place", after = "create")
    void replace(Changes changes) {
        changes.replace(procedure("clean")
                .inSchema("shop")
                .argument("age", integer())
                .argument("reason", text(), "old")
                .body("begin end"));
    }

    @Snippet(value = "Give something else", after = "out")
    void recreate(Changes changes) {
        changes.replace(procedure("measure")
                .inSchema("shop")
                .argument("age", integer())
                .inout("total", integer())
                .body("begin total := total + age; end"));
    }

    @Snippet(value = "Rename", after = "out")
    void rename(Changes changes) {
        changes.rename(
                procedure("measure").inSchema("shop").argument("age", integer()).inout("total", integer()), "gauge");
    }

    @Snippet(value = "Rename the table that it writes", after = "atomic")
    void renameTable(Changes changes) {
        changes.rename(table("sales").inSchema("shop"), "orders");
    }

    @Snippet(value = "Move to another schema", after = "securityDefiner")
    void move(Changes changes) {
        changes.move(procedure("look").inSchema("shop"), "archive");
    }

    @Snippet(value = "Comment", after = "variadic")
    void comment(Changes changes) {
        changes.comment(procedure("note_all").inSchema("shop").variadic("words", text()), "Notes everything");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(
                procedure("clean").inSchema("shop").argument("age", integer()).argument("reason", text()));
    }
}
