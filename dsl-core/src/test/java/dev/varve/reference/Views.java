package dev.varve.reference;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;

final class Views implements ReferencePage {

    @Override
    public String title() {
        return "Views";
    }

    @Override
    public String introduction() {
        return "A query under a name. It names every table with its schema and every column, because PostgreSQL fixes the"
                + " list of columns when the view is made.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
        changes.create(table("offers")
                .inSchema("shop")
                .column("id", integer().primaryKey())
                .column("parent", integer())
                .column("note", text()));
    }

    @Snippet("Create a view")
    void create(Changes changes) {
        changes.create(view("noted").inSchema("shop").as("select id, note from shop.offers where note is not null"));
    }

    @Snippet("Name its columns")
    void columns(Changes changes) {
        changes.create(
                view("noted").inSchema("shop").columns("number", "remark").as("select id, note from shop.offers"));
    }

    @Snippet("Call some of its columns otherwise, and set options by their names")
    void renamed(Changes changes) {
        changes.create(view("noted")
                .inSchema("shop")
                .as("select id, note from shop.offers")
                .option("security_barrier", "true")
                .renamed("note", "remark"));
    }

    @Snippet(value = "Make it anew from another query, with everything that it had", after = "create")
    void recreate(Changes changes) {
        changes.comment(view("noted").inSchema("shop"), "What was said");
        changes.recreate(view("noted").inSchema("shop").as("select note from shop.offers"));
    }

    @Snippet(value = "Let it select from itself", renamable = false)
    void recursive(Changes changes) {
        changes.create(view("ancestors")
                .inSchema("shop")
                .asRecursive(
                        "select o.id, o.parent from shop.offers o"
                                + " union all select a.id, o.parent from ancestors a join shop.offers o on o.id = a.parent",
                        "id",
                        "parent"));
    }

    @Snippet("Let it be a row of itself: PostgreSQL takes that only of a view that is there")
    void ofItself(Changes changes) {
        changes.create(view("endless")
                .inSchema("shop")
                .startingAs("select null::integer as id, null::text as note")
                .as("select e.id, e.note from shop.endless e where e.note is not null"));
    }

    @Snippet(value = "Do the same in two steps", after = "create")
    void replaceByItself(Changes changes) {
        changes.replace(view("noted").inSchema("shop").as("select n.id, n.note from shop.noted n"));
    }

    @Snippet("Say who may see what through it")
    void secure(Changes changes) {
        changes.create(view("noted")
                .inSchema("shop")
                .as("select id, note from shop.offers where note <> ''")
                .securityBarrier()
                .securityInvoker());
    }

    @Snippet("Refuse new rows that it would not show")
    void check(Changes changes) {
        changes.create(view("noted")
                .inSchema("shop")
                .as("select id, note from shop.offers where note <> ''")
                .withLocalCheckOption());
    }

    @Snippet("Give new rows values of its own")
    void defaults(Changes changes) {
        changes.create(view("noted")
                .inSchema("shop")
                .as("select id, note from shop.offers where note <> ''")
                .defaultTo("note", "none")
                .defaultTo("id", sql("1 + 2"))
                .withCascadedCheckOption());
    }

    @Snippet(value = "Change its options", after = "secure")
    void options(Changes changes) {
        changes.alter(view("noted").inSchema("shop"))
                .noSecurityBarrier()
                .noSecurityInvoker()
                .withLocalCheckOption()
                .withCascadedCheckOption()
                .withoutCheckOption()
                .securityInvoker()
                .securityBarrier();
    }

    @Snippet(value = "Change the values that new rows get", after = "defaults")
    void changeDefaults(Changes changes) {
        changes.alter(view("noted").inSchema("shop"))
                .defaultTo("note", "nothing")
                .defaultTo("id", sql("4 + 5"))
                .noDefault("note");
    }

    @Snippet(value = "Rename a column", after = "defaults")
    void renameColumn(Changes changes) {
        changes.alter(view("noted").inSchema("shop")).renameColumn("note", "remark");
    }

    @Snippet(value = "Rename a column that the view names", after = "columns")
    void renameNamedColumn(Changes changes) {
        changes.alter(view("noted").inSchema("shop"))
                .renameColumn("remark", "words")
                .renameColumn("words", "text");
    }

    @Snippet(
            value = "Put another definition in its place, with the same columns and others after them",
            after = "defaults")
    void replace(Changes changes) {
        changes.replace(view("noted")
                .inSchema("shop")
                .as("select id, note, parent from shop.offers")
                .defaultTo("parent", 0)
                .securityInvoker());
    }

    @Snippet(value = "Comment", after = "renameColumn")
    void comment(Changes changes) {
        changes.comment(view("noted").inSchema("shop"), "Offers with notes");
    }

    @Snippet(value = "Rename", after = "defaults")
    void rename(Changes changes) {
        changes.rename(view("noted").inSchema("shop"), "remarked");
    }

    @Snippet(value = "Move to another schema", after = "defaults")
    void move(Changes changes) {
        changes.move(view("noted").inSchema("shop"), "archive");
    }

    @Snippet(value = "Drop", after = "defaults")
    void drop(Changes changes) {
        changes.drop(view("noted").inSchema("shop"));
    }
}
