package dev.varve.reference;

import static dev.varve.dsl.Postgres.domain;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Changes;
import java.math.BigDecimal;

final class Domains implements ReferencePage {

    @Override
    public String title() {
        return "Domains";
    }

    @Override
    public String introduction() {
        return "A domain is a type that takes only some of the values of another one. In its checks they are called `value`.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
    }

    @Snippet("Create a domain")
    void create(Changes changes) {
        changes.create(domain("quote_value", numeric(18, 8))
                .inSchema("shop")
                .defaultTo(BigDecimal.ONE)
                .notNull()
                .check("is_positive", "value > 0"));
    }

    @Snippet("Order its texts by a collation")
    void collate(Changes changes) {
        changes.create(domain("code", text()).inSchema("shop").collate("C").defaultTo("XNAS"));
    }

    @Snippet(value = "Use it in a table", after = "create")
    void use(Changes changes) {
        changes.create(table("offers")
                .inSchema("shop")
                .column("id", integer().primaryKey())
                .column(
                        "price",
                        domain("quote_value", numeric(18, 8)).inSchema("shop").column()));
    }

    @Snippet(value = "Change the default", after = "create")
    void changeDefault(Changes changes) {
        changes.alter(domain("quote_value", numeric(18, 8)).inSchema("shop")).defaultTo(BigDecimal.TEN);
    }

    @Snippet(value = "Drop the default and take null", after = "create")
    void loosen(Changes changes) {
        changes.alter(domain("quote_value", numeric(18, 8)).inSchema("shop"))
                .noDefault()
                .nullable();
    }

    @Snippet(value = "Default by an expression, and refuse null", after = "loosen")
    void tighten(Changes changes) {
        changes.alter(domain("quote_value", numeric(18, 8)).inSchema("shop"))
                .defaultTo(sql("random()"))
                .notNull();
    }

    @Snippet(value = "Add a check", after = "create")
    void addCheck(Changes changes) {
        changes.alter(domain("quote_value", numeric(18, 8)).inSchema("shop")).addCheck("is_small", "value < 1000000");
    }

    @Snippet(value = "Add a check for new values only, and validate it later", after = "create")
    void notValid(Changes changes) {
        changes.alter(domain("quote_value", numeric(18, 8)).inSchema("shop"))
                .addCheckNotValid("is_small", "value < 1000000")
                .validateCheck("is_small");
    }

    @Snippet(value = "Rename a check", after = "create")
    void renameCheck(Changes changes) {
        changes.alter(domain("quote_value", numeric(18, 8)).inSchema("shop")).renameCheck("is_positive", "positive");
    }

    @Snippet(value = "Drop a check", after = "create")
    void dropCheck(Changes changes) {
        changes.alter(domain("quote_value", numeric(18, 8)).inSchema("shop")).dropCheck("is_positive");
    }

    @Snippet(value = "Put another definition in its place", after = "create")
    void replace(Changes changes) {
        changes.replace(domain("quote_value", numeric(20, 8)).inSchema("shop").check("is_positive", "value > 0"));
    }

    @Snippet(value = "Rename, with the columns that have it", after = "use")
    void rename(Changes changes) {
        changes.rename(domain("quote_value", numeric(18, 8)).inSchema("shop"), "sum");
    }

    @Snippet(value = "Move to another schema", after = "use")
    void move(Changes changes) {
        changes.move(domain("quote_value", numeric(18, 8)).inSchema("shop"), "archive");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(domain("quote_value", numeric(18, 8)).inSchema("shop"), "What is paid for one");
    }

    @Snippet(value = "Comment on a check, which keeps it under another name", after = "create")
    void commentOnCheck(Changes changes) {
        changes.alter(domain("quote_value", numeric(18, 8)).inSchema("shop"))
                .commentOnCheck("is_positive", "Nothing is for free")
                .renameCheck("is_positive", "positive");
    }

    @Snippet(value = "Drop it with what is said of its check", after = "commentOnCheck")
    void dropCommented(Changes changes) {
        changes.alter(domain("quote_value", numeric(18, 8)).inSchema("shop")).dropCheck("positive");
        changes.drop(domain("quote_value", numeric(18, 8)).inSchema("shop"));
    }

    @Snippet(value = "Drop", after = "collate")
    void drop(Changes changes) {
        changes.drop(domain("code", varchar(4)).inSchema("shop"));
    }
}
