package dev.varve.reference;

import static dev.varve.dsl.Postgres.extension;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;

final class Extensions implements ReferencePage {

    @Override
    public String title() {
        return "Extensions";
    }

    @Override
    public String introduction() {
        return "What an extension brings is its own affair and no part of the schema, and so is its version.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"));
    }

    @Snippet(value = "Create an extension", needs = "pgcrypto")
    void create(Changes changes) {
        changes.create(extension("pgcrypto").inSchema("shop"));
    }

    @Snippet(value = "Create it in a version", needs = "pgcrypto")
    void version(Changes changes) {
        changes.create(extension("pgcrypto").version("1.3"));
    }

    @Snippet(value = "Update it", after = "version", needs = "pgcrypto")
    void update(Changes changes) {
        changes.alter(extension("pgcrypto")).update();
    }

    @Snippet(value = "Move it to another schema", after = "create", needs = "pgcrypto")
    void move(Changes changes) {
        changes.create(schema("archive"));
        changes.create(table("clients").column("id", integer().primaryKey()).column("name", text().notNull()));
        changes.create(view("names").as("select c.name from public.clients c"));
        changes.alter(extension("pgcrypto")).schema("archive");
    }

    @Snippet(value = "Drop", after = "create", needs = "pgcrypto")
    void drop(Changes changes) {
        changes.drop(extension("pgcrypto"));
    }
}
