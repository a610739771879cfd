package dev.varve.reference;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sequence;

import dev.varve.dsl.Changes;

final class Schemas implements ReferencePage {

    @Override
    public String title() {
        return "Schemas";
    }

    @Override
    public String introduction() {
        return "The schema `public` is there from the first day and can be named without being created.";
    }

    @Snippet("Create a schema")
    void create(Changes changes) {
        changes.create(schema("shop"));
    }

    @Snippet(value = "Rename, with everything that lives in it", after = "create")
    void rename(Changes changes) {
        changes.create(sequence("tickets").inSchema("shop"));
        changes.rename(schema("shop"), "market");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(schema("shop"), "What is sold");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(schema("shop"));
    }
}
