package dev.varve.reference;

import static dev.varve.dsl.Postgres.collation;
import static dev.varve.dsl.Postgres.schema;

import dev.varve.dsl.Changes;

final class Collations implements ReferencePage {

    @Override
    public String title() {
        return "Collations";
    }

    @Override
    public String introduction() {
        return "A collation orders texts. The version that its provider has on a server is no part of the schema.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
    }

    @Snippet("Create a collation of ICU")
    void create(Changes changes) {
        changes.create(collation("german").inSchema("shop").icu("de-u-co-phonebk"));
    }

    @Snippet("Take texts that differ in case for equal")
    void nondeterministic(Changes changes) {
        changes.create(collation("ignoring_case")
                .inSchema("shop")
                .icu("und-u-ks-level2")
                .nondeterministic());
    }

    @Snippet("Create a collation of the operating system")
    void libc(Changes changes) {
        changes.create(collation("plain").inSchema("shop").libc("C", "POSIX"));
    }

    @Snippet(value = "Create a collation of PostgreSQL itself", since = 17)
    void builtin(Changes changes) {
        changes.create(collation("code_points").inSchema("shop").builtin("C.UTF-8"));
    }

    @Snippet(value = "Add rules", since = 16)
    void rules(Changes changes) {
        changes.create(collation("odd").inSchema("shop").icu("und").rules("& a < g"));
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.rename(collation("german").inSchema("shop"), "phone_book");
    }

    @Snippet(value = "Move to another schema", after = "create")
    void move(Changes changes) {
        changes.move(collation("german").inSchema("shop"), "archive");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(collation("german").inSchema("shop"), "Umlauts as in the phone book");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(collation("german").inSchema("shop"));
    }
}
