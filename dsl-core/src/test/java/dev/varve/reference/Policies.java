package dev.varve.reference;

import static dev.varve.dsl.Postgres.policy;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.PlainTable;
import dev.varve.model.Policy.Command;

final class Policies implements ReferencePage {

    private static final PlainTable ACCOUNTS = table("accounts").inSchema("shop");

    @Override
    public String title() {
        return "Policies";
    }

    @Override
    public String introduction() {
        return "A policy says which rows of a table roles may see and write, once row-level security is enabled for the table.";
    }

    @Override
    public void given(Changes changes) {
        changes.createRole("varve_clerks");
        changes.create(schema("shop"));
        changes.create(ACCOUNTS.column("id", integer().primaryKey())
                .column("holder", text())
                .column("city", text()));
    }

    @Snippet("Create a policy")
    void create(Changes changes) {
        changes.create(policy("own_rows", ACCOUNTS).using("holder = current_user"));
    }

    @Snippet("Of some roles, for one command, and restrictive")
    void restrictive(Changes changes) {
        changes.create(policy("in_town", ACCOUNTS)
                .forCommand(Command.UPDATE)
                .to("varve_clerks")
                .using("city = 'Bern'")
                .withCheck("city in ('Bern', 'Biel')")
                .restrictive());
    }

    @Snippet("For reading and for removing")
    void commands(Changes changes) {
        changes.create(policy("readable", ACCOUNTS).forCommand(Command.SELECT).using("city <> ''"));
        changes.create(policy("removable", ACCOUNTS).forCommand(Command.DELETE).using("holder = current_user"));
    }

    @Snippet(value = "Change its roles and conditions", after = "create")
    void alter(Changes changes) {
        changes.alter(policy("own_rows", ACCOUNTS))
                .to("varve_clerks")
                .using("holder = current_user or city = 'Bern'")
                .withCheck("holder = current_user");
    }

    @Snippet(value = "Put another definition in its place", after = "restrictive")
    void replace(Changes changes) {
        changes.replace(policy("in_town", ACCOUNTS).forCommand(Command.INSERT).withCheck("city <> ''"));
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.alter(policy("own_rows", ACCOUNTS)).rename("mine");
    }

    @Snippet(value = "Rename a column, which it follows", after = "create")
    void renameColumn(Changes changes) {
        changes.alter(ACCOUNTS).renameColumn("holder", "login");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(policy("own_rows", ACCOUNTS), "Everybody sees his own");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(policy("own_rows", ACCOUNTS));
    }
}
