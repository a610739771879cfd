package dev.varve.reference;

import static dev.varve.dsl.Postgres.conversion;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.privileges;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Types.bool;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.typed;

import dev.varve.dsl.Changes;
import dev.varve.dsl.ConversionSpec;

final class Conversions implements ReferencePage {

    private static final ConversionSpec WESTERN = conversion("western").inSchema("shop");

    @Override
    public String title() {
        return "Conversions";
    }

    @Override
    public String introduction() {
        return "A conversion leads from one encoding of texts to another. The functions that do it are written in C.";
    }

    @Override
    public void given(Changes changes) {
        changes.createRole("varve_clerks");
        changes.create(schema("shop"), schema("archive"));
    }

    @Snippet("Create a conversion")
    void create(Changes changes) {
        changes.create(conversion("western")
                .inSchema("shop")
                .between("UTF8", "LATIN1")
                .with("pg_catalog", "utf8_to_iso8859_1"));
    }

    @Snippet("Create one by an own function, by which texts come from clients")
    void byDefault(Changes changes) {
        changes.create(function("to_western")
                .inSchema("shop")
                .argument("from", integer())
                .argument("to", integer())
                .argument("source", typed("cstring", String.class))
                .argument("target", typed("internal", String.class))
                .argument("length", integer())
                .argument("lenient", bool())
                .returns(integer())
                .strict()
                .compiled("$libdir/utf8_and_iso8859_1", "utf8_to_iso8859_1"));
        changes.create(conversion("by_default")
                .inSchema("shop")
                .between("UTF8", "LATIN1")
                .with("shop", "to_western")
                .asDefault());
    }

    @Snippet(value = "Change it, which drops it and creates it again", after = "create")
    void replace(Changes changes) {
        changes.replace(WESTERN.between("UTF8", "LATIN1")
                .with("pg_catalog", "utf8_to_iso8859_1")
                .asDefault());
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.rename(WESTERN, "european");
    }

    @Snippet(value = "Move to another schema", after = "create")
    void move(Changes changes) {
        changes.move(WESTERN, "archive");
    }

    @Snippet(value = "Give it to another role, and comment", after = "create")
    void owner(Changes changes) {
        changes.grant(privileges("create").on(schema("shop")), "varve_clerks");
        changes.owner(WESTERN, "varve_clerks");
        changes.comment(WESTERN, "For old clients");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(WESTERN);
    }
}
