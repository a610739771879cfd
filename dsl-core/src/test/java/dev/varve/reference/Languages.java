package dev.varve.reference;

import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.privileges;
import static dev.varve.dsl.Postgres.proceduralLanguage;
import static dev.varve.dsl.Postgres.procedure;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.transform;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.typed;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.LanguageSpec;
import dev.varve.dsl.TransformSpec;

final class Languages implements ReferencePage {

    private static final FunctionSpec HANDLER = function("call_handler")
            .inSchema("shop")
            .returns("language_handler")
            .compiled("$libdir/plpgsql", "plpgsql_call_handler");

    private static final LanguageSpec LANGUAGE = proceduralLanguage("varvish");

    private static final TransformSpec TRANSFORM = transform(integer(), "varvish");

    @Override
    public String title() {
        return "Languages";
    }

    @Override
    public String introduction() {
        return """
                A language is run by functions in C, most of which come with an extension. PostgreSQL's own functions serve as well, and so does
                a function that is said to lie in a library. A transform tells a language how it gets the values of a type.""";
    }

    @Override
    public void given(Changes changes) {
        changes.createRole("varve_clerks");
        changes.create(schema("shop"), schema("archive"), HANDLER);
    }

    @Snippet("Create a function that lies in a library")
    void compiled(Changes changes) {
        changes.create(function("check_body")
                .inSchema("shop")
                .argument("body", typed("oid", Long.class))
                .returns("void")
                .compiled("$libdir/plpgsql", "plpgsql_validator"));
    }

    @Snippet("Create a function that PostgreSQL holds itself")
    void internal(Changes changes) {
        changes.create(function("magnitude")
                .inSchema("shop")
                .argument("number", integer())
                .returns(integer())
                .language("internal")
                .immutable()
                .strict()
                .body("int4abs"));
    }

    @Snippet("Create a language")
    void create(Changes changes) {
        changes.create(proceduralLanguage("varvish")
                .trusted()
                .handler("shop", "call_handler")
                .inline("pg_catalog", "plpgsql_inline_handler")
                .validator("pg_catalog", "plpgsql_validator"));
    }

    @Snippet("Create a language that superusers write only")
    void untrusted(Changes changes) {
        changes.create(LANGUAGE.handler("shop", "call_handler"));
    }

    @Snippet(value = "Write functions in it", after = "create")
    void write(Changes changes) {
        changes.create(function("one")
                .inSchema("shop")
                .returns(integer())
                .language("varvish")
                .body("begin return 1; end"));
        changes.create(procedure("nothing").inSchema("shop").language("varvish").body("begin end"));
    }

    @Snippet(value = "Put another definition in its place", after = "create")
    void replace(Changes changes) {
        changes.replace(proceduralLanguage("varvish").handler("pg_catalog", "plpgsql_call_handler"));
    }

    @Snippet(value = "Rename, which functions and transforms follow", after = "write")
    void rename(Changes changes) {
        changes.create(TRANSFORM.fromSql("pg_catalog", "prsd_lextype"));
        changes.rename(LANGUAGE, "varvic");
    }

    @Snippet(value = "Rename its handler", after = "create")
    void renameHandler(Changes changes) {
        changes.rename(HANDLER, "run");
        changes.move(function("run").inSchema("shop"), "archive");
    }

    @Snippet(value = "Let only some roles write in it", after = "create")
    void grant(Changes changes) {
        changes.revoke(privileges("usage").on(LANGUAGE), "public");
        changes.grant(privileges("usage").on(LANGUAGE), "varve_clerks");
        changes.owner(LANGUAGE, "varve_clerks");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(LANGUAGE, "As plpgsql");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(LANGUAGE);
    }

    @Snippet(value = "Tell a language how it gets the values of a type", after = "create")
    void createTransform(Changes changes) {
        changes.create(transform(integer(), "varvish")
                .fromSql("pg_catalog", "prsd_lextype")
                .toSql("pg_catalog", "int4recv"));
    }

    @Snippet(value = "Write a function that gets them so", after = "createTransform")
    void useTransform(Changes changes) {
        changes.create(function("twice")
                .inSchema("shop")
                .argument("number", integer())
                .returns(integer())
                .language("varvish")
                .transforming(integer())
                .body("begin return 2 * number; end"));
        changes.create(procedure("count_to")
                .inSchema("shop")
                .argument("number", integer())
                .language("varvish")
                .transforming(integer())
                .body("begin end"));
    }

    @Snippet(value = "Put another transform in its place", after = "createTransform")
    void replaceTransform(Changes changes) {
        changes.replace(TRANSFORM.fromSql("pg_catalog", "prsd_lextype"));
    }

    @Snippet(value = "Comment on a transform", after = "createTransform")
    void commentTransform(Changes changes) {
        changes.comment(TRANSFORM, "Numbers as they are");
    }

    @Snippet(value = "Drop a transform", after = "createTransform")
    void dropTransform(Changes changes) {
        changes.drop(TRANSFORM);
    }
}
