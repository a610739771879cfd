package dev.varve.reference;

import static dev.varve.dsl.Postgres.compositeType;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.varchar;

import dev.varve.dsl.Changes;

final class CompositeTypes implements ReferencePage {

    @Override
    public String title() {
        return "Composite types";
    }

    @Override
    public String introduction() {
        return "The values of a composite type are rows of named attributes.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
    }

    @Snippet("Create a composite type")
    void create(Changes changes) {
        changes.create(compositeType("amount")
                .inSchema("shop")
                .attribute("number", numeric(18, 2))
                .attribute("currency", text()));
    }

    @Snippet("Sort texts in another way")
    void collate(Changes changes) {
        changes.create(compositeType("place").inSchema("shop").attribute("city", text().collate("C")));
        changes.alter(compositeType("place").inSchema("shop"))
                .addAttribute("street", text().collate("POSIX"))
                .alterAttribute("city", varchar(80).collate("POSIX"));
    }

    @Snippet(value = "Add an attribute", after = "create")
    void addAttribute(Changes changes) {
        changes.alter(compositeType("amount").inSchema("shop")).addAttribute("note", varchar(80));
    }

    @Snippet(value = "Change the type of an attribute", after = "create")
    void alterAttribute(Changes changes) {
        changes.alter(compositeType("amount").inSchema("shop")).alterAttribute("currency", varchar(3));
    }

    @Snippet(value = "Rename an attribute", after = "create")
    void renameAttribute(Changes changes) {
        changes.alter(compositeType("amount").inSchema("shop")).renameAttribute("currency", "unit");
    }

    @Snippet(value = "Drop the last attribute", after = "create")
    void dropAttribute(Changes changes) {
        changes.alter(compositeType("amount").inSchema("shop")).dropAttribute("currency");
    }

    @Snippet(value = "Drop an attribute that others follow", after = "create")
    void dropFirst(Changes changes) {
        changes.alter(compositeType("amount").inSchema("shop")).dropAttribute("number");
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.rename(compositeType("amount").inSchema("shop"), "sum");
    }

    @Snippet(value = "Move to another schema", after = "create")
    void move(Changes changes) {
        changes.move(compositeType("amount").inSchema("shop"), "archive");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(compositeType("amount").inSchema("shop"), "How much of what");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(compositeType("amount").inSchema("shop"));
    }
}
