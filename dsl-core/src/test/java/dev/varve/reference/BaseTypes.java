package dev.varve.reference;

import static dev.varve.dsl.Postgres.EXTENDED;
import static dev.varve.dsl.Postgres.MAIN;
import static dev.varve.dsl.Postgres.baseType;
import static dev.varve.dsl.Postgres.cast;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.madeOf;
import static dev.varve.dsl.Postgres.privileges;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.typed;

import dev.varve.dsl.BaseTypeSpec;
import dev.varve.dsl.Changes;
import dev.varve.dsl.ColumnSpec;
import dev.varve.dsl.FunctionSpec;
import dev.varve.model.BaseTypeDefinition.Role;

final class BaseTypes implements ReferencePage {

    private static final BaseTypeSpec LOTS = baseType("lots").inSchema("shop");
    private static final BaseTypeSpec LABEL = baseType("label").inSchema("shop");

    private static FunctionSpec internal(String name, String body, ColumnSpec<?> argument, ColumnSpec<?> result) {
        return function(name)
                .inSchema("shop")
                .argument("value", argument)
                .returns(result)
                .language("internal")
                .immutable()
                .strict()
                .body(body);
    }

    private static ColumnSpec<String> pseudo(String name) {
        return typed(name, String.class);
    }

    @Override
    public String title() {
        return "Base types";
    }

    @Override
    public String introduction() {
        return """
                A base type is made of functions, which are written in C or are PostgreSQL's own. It begins as a shell, so that there can be
                functions that take and give it. Only a superuser can make one.""";
    }

    @Override
    public void given(Changes changes) {
        changes.createRole("varve_clerks");
        changes.create(schema("shop"), schema("archive"));
    }

    @Snippet("Create a shell, and the functions of a type")
    void create(Changes changes) {
        changes.create(LOTS);
        changes.create(
                internal("lots_in", "int4in", pseudo("cstring"), LOTS.column()),
                internal("lots_out", "int4out", LOTS.column(), pseudo("cstring")),
                internal("lots_receive", "int4recv", pseudo("internal"), LOTS.column()),
                internal("lots_send", "int4send", LOTS.column(), typed("bytea", String.class)));
    }

    @Snippet(value = "Define the type", after = "create")
    void define(Changes changes) {
        changes.alter(LOTS)
                .define(madeOf("shop", "lots_in", "lots_out")
                        .receive("shop", "lots_receive")
                        .send("shop", "lots_send")
                        .length(4)
                        .passedByValue()
                        .category("N", true)
                        .defaultTo("1")
                        .delimiter(";"));
    }

    @Snippet(value = "Use it in a table", after = "define")
    void use(Changes changes) {
        changes.create(table("sales").inSchema("shop").column("number", LOTS.column()));
    }

    @Snippet(value = "Send its values as texts only", after = "define")
    void textsOnly(Changes changes) {
        changes.alter(LOTS).without(Role.SEND).without(Role.RECEIVE);
    }

    @Snippet(value = "Take its values for those of another type", after = "define")
    void castWithoutFunction(Changes changes) {
        changes.create(cast(LOTS.column(), integer()).withoutFunction());
    }

    @Snippet("Create a type of texts of any length")
    void texts(Changes changes) {
        changes.create(LABEL);
        changes.create(
                internal("label_in", "textin", pseudo("cstring"), LABEL.column()),
                internal("label_out", "textout", LABEL.column(), pseudo("cstring")));
        changes.alter(LABEL)
                .define(madeOf("shop", "label_in", "label_out")
                        .modifiers("pg_catalog", "varchartypmodin", "varchartypmodout")
                        .analyze("pg_catalog", "array_typanalyze")
                        .alignment("double")
                        .storage(MAIN)
                        .collatable());
    }

    @Snippet("Create a type of documents, of which parts can be taken")
    void documents(Changes changes) {
        BaseTypeSpec document = baseType("document").inSchema("shop");
        changes.create(document);
        changes.create(
                internal("document_in", "jsonb_in", pseudo("cstring"), document.column()),
                internal("document_out", "jsonb_out", document.column(), pseudo("cstring")));
        changes.alter(document)
                .define(madeOf("shop", "document_in", "document_out")
                        .storage(EXTENDED)
                        .subscript("pg_catalog", "jsonb_subscript_handler"));
    }

    @Snippet("Create a type of pairs, which are arrays of two numbers")
    void pairs(Changes changes) {
        BaseTypeSpec pair = baseType("pair").inSchema("shop");
        changes.create(pair);
        changes.create(
                internal("pair_in", "point_in", pseudo("cstring"), pair.column()),
                internal("pair_out", "point_out", pair.column(), pseudo("cstring")));
        changes.alter(pair)
                .define(madeOf("shop", "pair_in", "pair_out")
                        .length(16)
                        .alignment("double")
                        .elements(typed("double precision", Double.class)));
    }

    @Snippet(value = "Keep long values elsewhere, and modify it no more", after = "texts")
    void storage(Changes changes) {
        changes.alter(LABEL)
                .storage(EXTENDED)
                .without(Role.TYPMOD_IN)
                .without(Role.TYPMOD_OUT)
                .without(Role.ANALYZE);
    }

    @Snippet(value = "Rename, with the functions and columns that have it", after = "use")
    void rename(Changes changes) {
        changes.rename(LOTS, "portions");
    }

    @Snippet(value = "Rename a function that it is made of", after = "define")
    void renameFunction(Changes changes) {
        changes.rename(internal("lots_in", "int4in", pseudo("cstring"), LOTS.column()), "read_lots");
    }

    @Snippet(value = "Move to another schema", after = "use")
    void move(Changes changes) {
        changes.move(LOTS, "archive");
    }

    @Snippet(value = "Comment, grant and give to another role", after = "define")
    void comment(Changes changes) {
        changes.comment(LOTS, "How many at once");
        changes.revoke(privileges("usage").on(LOTS), "public");
        changes.grant(privileges("create").on(schema("shop")), "varve_clerks");
        changes.owner(LOTS, "varve_clerks");
    }

    @Snippet(value = "Drop it, for which it is made a shell again", after = "comment")
    void drop(Changes changes) {
        changes.alter(LOTS).undefine();
        changes.drop(
                internal("lots_in", "int4in", pseudo("cstring"), LOTS.column()),
                internal("lots_out", "int4out", LOTS.column(), pseudo("cstring")),
                internal("lots_receive", "int4recv", pseudo("internal"), LOTS.column()),
                internal("lots_send", "int4send", LOTS.column(), typed("bytea", String.class)));
        changes.drop(LOTS);
    }
}
