package dev.varve.reference;

import static dev.varve.dsl.Postgres.accessMethod;
import static dev.varve.dsl.Postgres.asc;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.operatorClassOf;
import static dev.varve.dsl.Postgres.operatorFamily;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.typed;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;

final class AccessMethods implements ReferencePage {

    private static final FunctionSpec HANDLER = function("tree_handler")
            .inSchema("shop")
            .argument("method", typed("internal", String.class))
            .returns("index_am_handler")
            .language("internal")
            .body("bthandler");

    @Override
    public String title() {
        return "Access methods";
    }

    @Override
    public String introduction() {
        return """
                An access method is a kind of index, or a way to keep the rows of tables, which a function in C does. PostgreSQL can neither
                rename one nor give it to another role.""";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), HANDLER);
    }

    @Snippet("Create a kind of index")
    void create(Changes changes) {
        changes.create(accessMethod("tree").forIndexes("shop", "tree_handler"));
    }

    @Snippet(value = "Index by it", after = "create")
    void index(Changes changes) {
        changes.create(table("orders").inSchema("shop").column("number", integer()));
        changes.create(operatorFamily("numbers", "tree").inSchema("shop"));
        changes.create(operatorClassOf("number", "tree", integer())
                .inSchema("shop")
                .family(operatorFamily("numbers", "tree").inSchema("shop"))
                .asDefault()
                .operator(1, "<")
                .operator(2, "<=")
                .operator(3, "=")
                .operator(4, ">=")
                .operator(5, ">")
                .support(1, "btint4cmp", integer(), integer()));
        changes.alter(table("orders").inSchema("shop"))
                .addIndex(
                        on(asc("number").using("shop", "number")).using("tree").named("by_number"));
        changes.drop(table("orders").inSchema("shop"));
        changes.drop(operatorClassOf("number", "tree", integer()).inSchema("shop"));
    }

    @Snippet("Create a way to keep rows, and a table that is kept so")
    void rows(Changes changes) {
        changes.create(accessMethod("pile").forTables("pg_catalog", "heap_tableam_handler"));
        changes.create(
                table("orders").inSchema("shop").column("number", integer()).accessMethod("pile"));
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(accessMethod("tree"), "As btree");
    }

    @Snippet(value = "Drop", after = "comment")
    void drop(Changes changes) {
        changes.drop(accessMethod("tree"));
    }
}
