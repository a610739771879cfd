package dev.varve.reference;

import static dev.varve.dsl.Postgres.accessMethod;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.materializedView;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.operatorClassOf;
import static dev.varve.dsl.Postgres.operatorFamily;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.oid;
import static dev.varve.dsl.Types.smallint;
import static dev.varve.dsl.Types.typed;

import dev.varve.dsl.Changes;
import dev.varve.dsl.ColumnSpec;
import dev.varve.dsl.FunctionSpec;

final class AccessMethods implements ReferencePage {

    private static final FunctionSpec HANDLER = function("tree_handler")
            .inSchema("shop")
            .argument("method", typed("internal", String.class))
            .returns("index_am_handler")
            .language("internal")
            .body("gisthandler");

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
        ColumnSpec<String> internal = typed("internal", String.class);
        ColumnSpec<String> box = typed("box", String.class);
        changes.create(table("places").inSchema("shop").column("area", box));
        changes.create(operatorFamily("areas", "tree").inSchema("shop"));
        changes.create(operatorClassOf("area", "tree", box)
                .inSchema("shop")
                .family(operatorFamily("areas", "tree").inSchema("shop"))
                .asDefault()
                .operator(3, "&&")
                .support(1, "gist_box_consistent", internal, box, smallint(), oid(), internal)
                .support(2, "gist_box_union", internal, internal)
                .support(5, "gist_box_penalty", internal, internal, internal)
                .support(6, "gist_box_picksplit", internal, internal)
                .support(7, "gist_box_same", box, box, internal));
        changes.alter(table("places").inSchema("shop"))
                .addIndex(on("area").using("tree").named("by_area"));
        changes.drop(table("places").inSchema("shop"));
        changes.drop(operatorClassOf("area", "tree", box).inSchema("shop"));
    }

    @Snippet("Create a way to keep rows, and a table that is kept so")
    void rows(Changes changes) {
        changes.create(accessMethod("pile").forTables("pg_catalog", "heap_tableam_handler"));
        changes.create(
                table("orders").inSchema("shop").column("number", integer()).accessMethod("pile"));
        changes.create(
                materializedView("numbers").inSchema("shop").using("pile").as("select o.number from shop.orders o"));
    }

    @Snippet(value = "Let another function do it, which drops it and creates it again", after = "create")
    void replace(Changes changes) {
        changes.replace(accessMethod("tree").forIndexes("pg_catalog", "gisthandler"));
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(accessMethod("tree"), "As gist");
    }

    @Snippet(value = "Drop", after = "comment")
    void drop(Changes changes) {
        changes.drop(accessMethod("tree"));
    }
}
