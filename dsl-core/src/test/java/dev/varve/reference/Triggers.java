package dev.varve.reference;

import static dev.varve.dsl.Postgres.DELETE;
import static dev.varve.dsl.Postgres.INSERT;
import static dev.varve.dsl.Postgres.TRUNCATE;
import static dev.varve.dsl.Postgres.UPDATE;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.trigger;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.numeric;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.PlainTable;

final class Triggers implements ReferencePage {

    private static final FunctionSpec NOTE = function("note").inSchema("shop");
    private static final PlainTable SALES = table("sales").inSchema("shop");

    @Override
    public String title() {
        return "Triggers";
    }

    @Override
    public String introduction() {
        return "A trigger calls a function when a relation changes. It is named within its relation.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(
                schema("shop"),
                SALES.column("id", integer().primaryKey()).column("price", numeric()),
                table("buyers").inSchema("shop").column("id", integer().primaryKey()),
                view("cheap").inSchema("shop").as("select s.id from shop.sales s where s.price < 1"),
                NOTE.returns("trigger").body("begin return new; end"));
    }

    @Snippet("Create a trigger")
    void create(Changes changes) {
        changes.create(trigger("watch")
                .before(INSERT, UPDATE)
                .ofColumns("price")
                .on(SALES)
                .forEachRow()
                .when("new.price > 10")
                .call(NOTE, "price", "it's high"));
    }

    @Snippet("Run once for the statement")
    void statement(Changes changes) {
        changes.create(trigger("emptied").after(TRUNCATE).on(SALES).call(NOTE));
    }

    @Snippet("Run in place of changes of a view")
    void insteadOf(Changes changes) {
        changes.create(trigger("cheap_ones")
                .insteadOf(INSERT)
                .on(view("cheap").inSchema("shop"))
                .forEachRow()
                .call(NOTE));
    }

    @Snippet("See all rows that a statement changed")
    void tables(Changes changes) {
        changes.create(
                trigger("compare")
                        .after(UPDATE)
                        .on(SALES)
                        .oldTable("before_rows")
                        .newTable("after_rows")
                        .call(NOTE),
                trigger("gone").after(DELETE).on(SALES).oldTable("gone_rows").call(NOTE));
    }

    @Snippet("Run at the end of the transaction")
    void constraint(Changes changes) {
        changes.create(
                trigger("balance")
                        .after(INSERT, UPDATE)
                        .on(SALES)
                        .forEachRow()
                        .deferred()
                        .call(NOTE),
                trigger("paid")
                        .after(DELETE)
                        .on(SALES)
                        .forEachRow()
                        .deferrable()
                        .call(NOTE),
                trigger("at_once")
                        .after(INSERT)
                        .on(SALES)
                        .forEachRow()
                        .constraint()
                        .from(table("buyers").inSchema("shop"))
                        .call(NOTE));
    }

    @Snippet("Say in which sessions it runs")
    void firing(Changes changes) {
        changes.create(
                trigger("sleeping").after(INSERT).on(SALES).disabled().call(NOTE),
                trigger("replaying").after(INSERT).on(SALES).enabledOnReplica().call(NOTE),
                trigger("everywhere").after(INSERT).on(SALES).enabledAlways().call(NOTE));
    }

    @Snippet(value = "Disable, and enable again", after = "create")
    void disable(Changes changes) {
        changes.alter(trigger("watch").on(SALES))
                .disable()
                .enableReplica()
                .enableAlways()
                .enable();
    }

    @Snippet(value = "Put another definition in its place", after = "create")
    void replace(Changes changes) {
        changes.replace(trigger("watch").after(DELETE).on(SALES).call(NOTE));
    }

    @Snippet(value = "Rename", after = "firing")
    void rename(Changes changes) {
        changes.alter(SALES).renameTrigger("everywhere", "always");
    }

    @Snippet(value = "Rename the function that it calls", after = "constraint")
    void renameFunction(Changes changes) {
        changes.rename(NOTE, "remark");
    }

    @Snippet(value = "Rename the table at which it looks", after = "constraint")
    void renameOther(Changes changes) {
        changes.rename(table("buyers").inSchema("shop"), "customers");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(trigger("watch").on(SALES), "Watches the prices");
    }

    @Snippet(value = "Drop", after = "tables")
    void drop(Changes changes) {
        changes.drop(trigger("compare").on(SALES));
    }
}
