package dev.varve.reference;

import static dev.varve.dsl.Postgres.rule;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PlainTable;
import dev.varve.dsl.ViewSpec;

final class Rules implements ReferencePage {

    private static final PlainTable OFFERS = table("offers").inSchema("shop");
    private static final ViewSpec OPEN = view("open").inSchema("shop");

    @Override
    public String title() {
        return "Rules";
    }

    @Override
    public String introduction() {
        return "What PostgreSQL does beside or instead of a change of a table or a view. A rule works on statements, not on"
                + " rows; a trigger is nearly always what is meant.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"));
        changes.create(OFFERS.column("id", integer().primaryKey()).column("note", text()));
        changes.create(
                table("trail").inSchema("shop").column("number", integer()).column("was", text()));
    }

    @Snippet("Do something beside a change")
    void create(Changes changes) {
        changes.create(rule("keep")
                .on(OFFERS)
                .onUpdate()
                .where("old.note is distinct from new.note and new.note <> ' do '")
                .doAlso("insert into shop.trail (number, was) values (old.id, old.note)"));
    }

    @Snippet("Do several things instead of a change")
    void instead(Changes changes) {
        changes.create(OPEN.as("select id, note from shop.offers"));
        changes.create(rule("hide")
                .on(OPEN)
                .onDelete()
                .doInstead(
                        "insert into shop.trail (number, was) values (old.id, 'gone; for good')",
                        "delete from shop.offers where id = old.id"));
    }

    @Snippet("Do nothing instead of a change")
    void nothing(Changes changes) {
        changes.create(rule("refuse").on(OFFERS).onInsert().where("new.id < 0").doInsteadNothing());
    }

    @Snippet(value = "Say in which sessions it works", after = "create")
    void working(Changes changes) {
        changes.alter(rule("keep").on(OFFERS))
                .disable()
                .enableReplica()
                .enableAlways()
                .enable();
    }

    @Snippet(value = "Put another definition in its place", after = "create")
    void replace(Changes changes) {
        changes.replace(rule("keep").on(OFFERS).onDelete().doInsteadNothing());
    }

    @Snippet(value = "Rename a column, which it follows", after = "create")
    void renameColumn(Changes changes) {
        changes.alter(OFFERS).renameColumn("note", "remark");
    }

    @Snippet(value = "Rename the table, which it follows", after = "create")
    void renameTable(Changes changes) {
        changes.rename(OFFERS, "bids");
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.alter(rule("keep").on(OFFERS)).rename("remember");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(rule("keep").on(OFFERS), "What was said before");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(rule("keep").on(OFFERS));
    }
}
