package dev.varve.reference;

import static dev.varve.dsl.Postgres.asc;
import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.operatorClassOf;
import static dev.varve.dsl.Postgres.operatorFamily;
import static dev.varve.dsl.Postgres.operatorOf;
import static dev.varve.dsl.Postgres.prefixOperatorOf;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.bool;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.oid;
import static dev.varve.dsl.Types.smallint;
import static dev.varve.dsl.Types.typed;

import dev.varve.dsl.Changes;
import dev.varve.dsl.ColumnSpec;
import dev.varve.dsl.EnumSpec;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.OperatorSpec;

final class OperatorsPage implements ReferencePage {

    private static final EnumSpec SIDE = enumType("side").inSchema("shop").values("BUY", "SELL");

    private static final FunctionSpec MATCHES = comparison("matching", "$1::text <> $2::text");

    private static final FunctionSpec DIFFERS = comparison("differing", "$1::text = $2::text");

    private static FunctionSpec comparison(String name, String condition) {
        return function(name)
                .inSchema("shop")
                .argument("one", enumerated(SIDE))
                .argument("other", enumerated(SIDE))
                .returns(bool())
                .language("sql")
                .immutable()
                .body("select " + condition);
    }

    private static OperatorSpec matching() {
        return operatorOf("<=>", enumerated(SIDE), enumerated(SIDE)).inSchema("shop");
    }

    @Override
    public String title() {
        return "Operators";
    }

    @Override
    public String introduction() {
        return "An operator is known by its symbol and the types of its values. PostgreSQL cannot rename one. A commutator or a negator is"
                + " the operator itself or one that is already there: PostgreSQL links both.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"), SIDE, MATCHES, DIFFERS);
    }

    @Snippet("Create an operator")
    void create(Changes changes) {
        changes.create(operatorOf("<=>", enumerated(SIDE), enumerated(SIDE))
                .inSchema("shop")
                .with(MATCHES)
                .commutator("<=>"));
    }

    @Snippet(value = "Create its negator", after = "create")
    void negator(Changes changes) {
        changes.create(operatorOf("<!>", enumerated(SIDE), enumerated(SIDE))
                .inSchema("shop")
                .with(DIFFERS)
                .negator("<=>"));
    }

    @Snippet(value = "Create its negator in another schema", after = "create")
    void negatorElsewhere(Changes changes) {
        changes.create(operatorOf("<!>", enumerated(SIDE), enumerated(SIDE))
                .inSchema("archive")
                .with(DIFFERS)
                .negator("shop", "<=>"));
    }

    @Snippet("Help the planner")
    void planner(Changes changes) {
        changes.create(operatorOf("===", integer(), integer())
                .inSchema("shop")
                .with("pg_catalog", "int4eq")
                .commutator("===")
                .restrict("eqsel")
                .join("eqjoinsel")
                .hashes()
                .merges());
    }

    @Snippet(value = "Estimate in another way", after = "planner")
    void estimates(Changes changes) {
        changes.alter(operatorOf("===", integer(), integer()).inSchema("shop"))
                .restrict("neqsel")
                .noJoin();
    }

    @Snippet(value = "Say more of an operator, which is made anew before PostgreSQL 17", after = "create")
    void learn(Changes changes) {
        changes.create(operatorOf("<!>", enumerated(SIDE), enumerated(SIDE))
                .inSchema("shop")
                .with(DIFFERS));
        changes.alter(operatorOf("<!>", enumerated(SIDE), enumerated(SIDE)).inSchema("shop"))
                .negator("<=>")
                .commutator("<!>")
                .hashes()
                .merges();
    }

    @Snippet(value = "Compute by another function, for which it is made anew", after = "negator")
    void otherFunction(Changes changes) {
        changes.replace(operatorOf("<!>", enumerated(SIDE), enumerated(SIDE))
                .inSchema("shop")
                .with(MATCHES));
    }

    @Snippet("Create an operator that stands before its value")
    void prefix(Changes changes) {
        changes.create(prefixOperatorOf("|-|", integer()).inSchema("shop").with("pg_catalog", "int4abs"));
    }

    @Snippet(value = "Move to another schema", after = "create")
    void move(Changes changes) {
        changes.move(matching(), "archive");
    }

    @Snippet(value = "Move one that a check and a view name", after = "create")
    void moveUsed(Changes changes) {
        changes.create(table("offers")
                .inSchema("shop")
                .column("asked", enumerated(SIDE))
                .column("given", enumerated(SIDE))
                .check("fitting", "asked operator(shop.<=>) given"));
        changes.create(view("fits")
                .inSchema("shop")
                .as("select o.asked from shop.offers o where o.asked operator(shop.<=>) o.given"));
        changes.move(matching(), "archive");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(matching(), "Whether two orders can trade with each other");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(matching());
    }

    @Snippet("Create a family of operator classes")
    void createFamily(Changes changes) {
        changes.create(operatorFamily("side_order", "btree").inSchema("shop"));
    }

    @Snippet(value = "Compare values of two types", after = "createFamily")
    void addMembers(Changes changes) {
        changes.alter(operatorFamily("side_order", "btree").inSchema("shop"))
                .addOperator(1, "<", integer(), bigint())
                .addOperator(3, "=", integer(), bigint())
                .addSupport(1, "btint48cmp", integer(), bigint());
    }

    @Snippet(value = "Add operators of a type that no class is for, and an own one", after = "create")
    void addOwnMembers(Changes changes) {
        changes.create(operatorFamily("near", "gist").inSchema("shop"));
        changes.alter(operatorFamily("near", "gist").inSchema("shop"))
                .addOperator(1, matching())
                .addOperatorForOrderBy(
                        15, "<->", typed("point", String.class), typed("circle", String.class), "float_ops");
    }

    @Snippet(value = "Compare them no more", after = "addMembers")
    void dropMembers(Changes changes) {
        changes.alter(operatorFamily("side_order", "btree").inSchema("shop"))
                .dropOperator(1, integer(), bigint())
                .dropSupport(1, integer(), bigint());
    }

    @Snippet(value = "Drop it with what it holds", after = "addMembers")
    void dropWithMembers(Changes changes) {
        changes.drop(operatorFamily("side_order", "btree").inSchema("shop"));
    }

    @Snippet(value = "Rename a family", after = "createFamily")
    void renameFamily(Changes changes) {
        changes.rename(operatorFamily("side_order", "btree").inSchema("shop"), "order_of_sides");
    }

    @Snippet(value = "Move a family to another schema", after = "createFamily")
    void moveFamily(Changes changes) {
        changes.move(operatorFamily("side_order", "btree").inSchema("shop"), "archive");
    }

    @Snippet(value = "Comment on a family", after = "createFamily")
    void commentFamily(Changes changes) {
        changes.comment(operatorFamily("side_order", "btree").inSchema("shop"), "Orders by side");
    }

    @Snippet(value = "Drop a family", after = "createFamily")
    void dropFamily(Changes changes) {
        changes.drop(operatorFamily("side_order", "btree").inSchema("shop"));
    }

    @Snippet(value = "Create an operator class", after = "createFamily")
    void createClass(Changes changes) {
        changes.create(operatorClassOf("backwards", "btree", integer())
                .inSchema("shop")
                .family(operatorFamily("side_order", "btree").inSchema("shop"))
                .operator(1, ">")
                .operator(2, ">=")
                .operator(3, "=")
                .operator(4, "<=")
                .operator(5, "<")
                .support(1, "btint4cmp", integer(), integer()));
    }

    @Snippet(value = "Create an operator class of own operators and functions", after = "create")
    void ownClass(Changes changes) {
        FunctionSpec hash = function("hash_of")
                .inSchema("shop")
                .argument("side", enumerated(SIDE))
                .returns(integer())
                .language("sql")
                .immutable()
                .body("select pg_catalog.hashenum($1)");
        changes.create(hash);
        changes.create(operatorFamily("side_hash", "hash").inSchema("shop"));
        changes.create(operatorClassOf("side_hashing", "hash", enumerated(SIDE))
                .inSchema("shop")
                .family(operatorFamily("side_hash", "hash").inSchema("shop"))
                .asDefault()
                .operator(1, matching())
                .support(1, hash));
    }

    @Snippet("Create an operator class in the family of its name")
    void classOfFamily(Changes changes) {
        changes.create(operatorFamily("shuffled", "hash").inSchema("shop"));
        changes.create(operatorClassOf("shuffled", "hash", integer())
                .inSchema("shop")
                .operator(1, "=")
                .support(1, "hashint4", integer()));
    }

    @Snippet("Order rows by a distance, and keep another type in the index")
    void distance(Changes changes) {
        ColumnSpec<String> internal = typed("internal", String.class);
        ColumnSpec<String> polygon = typed("polygon", String.class);
        ColumnSpec<String> box = typed("box", String.class);
        changes.create(operatorFamily("near", "gist").inSchema("shop"));
        changes.create(operatorClassOf("nearness", "gist", polygon)
                .inSchema("shop")
                .family(operatorFamily("near", "gist").inSchema("shop"))
                .storage(box)
                .operator(3, "&&")
                .operatorForOrderBy(15, "<->", "float_ops")
                .support(1, "gist_poly_consistent", internal, polygon, smallint(), oid(), internal)
                .support(2, "gist_box_union", internal, internal)
                .support(3, "gist_poly_compress", internal)
                .support(5, "gist_box_penalty", internal, internal, internal)
                .support(6, "gist_box_picksplit", internal, internal)
                .support(7, "gist_box_same", box, box, internal)
                .support(8, "gist_poly_distance", internal, polygon, smallint(), oid(), internal));
        changes.create(table("places").inSchema("shop").column("area", polygon));
        changes.alter(table("places").inSchema("shop"))
                .addIndex(
                        on(asc("area").using("shop", "nearness")).using("gist").named("by_place"));
    }

    @Snippet(value = "Drop that class, with what its family holds for it", after = "distance")
    void dropDistance(Changes changes) {
        changes.alter(table("places").inSchema("shop")).dropIndex("by_place");
        changes.drop(operatorClassOf("nearness", "gist", typed("polygon", String.class))
                .inSchema("shop"));
    }

    @Snippet("Create an operator class for an inverted index")
    void inverted(Changes changes) {
        ColumnSpec<String> internal = typed("internal", String.class);
        ColumnSpec<String> array = typed("anyarray", String.class);
        changes.create(operatorFamily("having", "gin").inSchema("shop"));
        changes.create(operatorClassOf("parts", "gin", array)
                .inSchema("shop")
                .family(operatorFamily("having", "gin").inSchema("shop"))
                .storage(typed("anyelement", String.class))
                .operator(1, "&&")
                .operator(2, "@>")
                .support(2, "ginarrayextract", array, internal, internal)
                .support(3, "ginqueryarrayextract", array, internal, smallint(), internal, internal, internal, internal)
                .support(
                        4,
                        "ginarrayconsistent",
                        internal,
                        smallint(),
                        array,
                        integer(),
                        internal,
                        internal,
                        internal,
                        internal));
    }

    @Snippet(value = "Drop it, with what its family holds for it", after = "inverted")
    void dropInverted(Changes changes) {
        changes.drop(
                operatorClassOf("parts", "gin", typed("anyarray", String.class)).inSchema("shop"));
    }

    @Snippet("Create an operator class for an index that divides space")
    void divided(Changes changes) {
        ColumnSpec<String> internal = typed("internal", String.class);
        ColumnSpec<String> point = typed("point", String.class);
        changes.create(operatorFamily("quarters", "spgist").inSchema("shop"));
        changes.create(operatorClassOf("quartered", "spgist", point)
                .inSchema("shop")
                .family(operatorFamily("quarters", "spgist").inSchema("shop"))
                .operator(1, "<<")
                .operator(8, "<@", typed("box", String.class))
                .support(1, "spg_quad_config", internal, internal)
                .support(2, "spg_quad_choose", internal, internal)
                .support(3, "spg_quad_picksplit", internal, internal)
                .support(4, "spg_quad_inner_consistent", internal, internal)
                .support(5, "spg_quad_leaf_consistent", internal, internal));
    }

    @Snippet(value = "Find by one more operator", after = "divided")
    void oneMore(Changes changes) {
        ColumnSpec<String> internal = typed("internal", String.class);
        ColumnSpec<String> point = typed("point", String.class);
        changes.replace(operatorClassOf("quartered", "spgist", point)
                .inSchema("shop")
                .family(operatorFamily("quarters", "spgist").inSchema("shop"))
                .operator(1, "<<")
                .operator(5, ">>")
                .support(1, "spg_quad_config", internal, internal)
                .support(2, "spg_quad_choose", internal, internal)
                .support(3, "spg_quad_picksplit", internal, internal)
                .support(4, "spg_quad_inner_consistent", internal, internal)
                .support(5, "spg_quad_leaf_consistent", internal, internal));
    }

    @Snippet(value = "Rename a class", after = "createClass")
    void renameClass(Changes changes) {
        changes.rename(operatorClassOf("backwards", "btree", integer()).inSchema("shop"), "descending");
    }

    @Snippet(value = "Index by a class, which then has another name", after = "createClass")
    void useClass(Changes changes) {
        changes.create(table("orders").inSchema("shop").column("number", integer()));
        changes.alter(table("orders").inSchema("shop"))
                .addIndex(on(asc("number").using("shop", "backwards")).named("by_number"));
        changes.rename(operatorClassOf("backwards", "btree", integer()).inSchema("shop"), "greatest_first");
    }

    @Snippet(value = "Move a class to another schema", after = "createClass")
    void moveClass(Changes changes) {
        changes.move(operatorClassOf("backwards", "btree", integer()).inSchema("shop"), "archive");
    }

    @Snippet(value = "Comment on a class", after = "createClass")
    void commentClass(Changes changes) {
        changes.comment(operatorClassOf("backwards", "btree", integer()).inSchema("shop"), "The greatest first");
    }

    @Snippet(value = "Drop a class", after = "createClass")
    void dropClass(Changes changes) {
        changes.drop(operatorClassOf("backwards", "btree", integer()).inSchema("shop"));
    }
}
