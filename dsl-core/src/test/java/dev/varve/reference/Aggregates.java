package dev.varve.reference;

import static dev.varve.dsl.Postgres.aggregate;
import static dev.varve.dsl.Postgres.function;
import static dev.varve.dsl.Postgres.privileges;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Types.arrayOf;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.typed;

import dev.varve.dsl.AggregateSpec;
import dev.varve.dsl.Changes;
import dev.varve.model.Operator;
import dev.varve.model.Transition.Modify;

final class Aggregates implements ReferencePage {

    private static final AggregateSpec TOTAL =
            aggregate("total").inSchema("shop").argument("amount", integer()).step("pg_catalog", "int4pl", integer());

    @Override
    public String title() {
        return "Aggregates";
    }

    @Override
    public String introduction() {
        return "An aggregate goes from row to row by a function that takes a state and gives the next one. It is known by its name and the"
                + " types of its arguments.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(
                schema("shop"),
                schema("archive"),
                function("joined")
                        .inSchema("shop")
                        .argument("state", text())
                        .argument("word", text())
                        .returns(text())
                        .language("sql")
                        .immutable()
                        .body("select coalesce(state || ' ', '') || word"),
                function("framed")
                        .inSchema("shop")
                        .argument("state", text())
                        .argument("word", text())
                        .returns(text())
                        .language("sql")
                        .immutable()
                        .body("select '<' || state || '>'"));
    }

    @Snippet("Create an aggregate")
    void create(Changes changes) {
        changes.create(TOTAL.initially("0").parallelSafe());
    }

    @Snippet("Make the result of the last state")
    void finish(Changes changes) {
        changes.create(aggregate("sentence")
                .inSchema("shop")
                .argument("word", text())
                .step("shop", "joined", text())
                .space(128)
                .finish("shop", "framed", Modify.SHAREABLE, true));
    }

    @Snippet("Take no arguments")
    void noArguments(Changes changes) {
        changes.create(aggregate("rows_there")
                .inSchema("shop")
                .step("pg_catalog", "int8inc", bigint())
                .initially("0"));
    }

    @Snippet("Compute it by parts")
    void parts(Changes changes) {
        changes.create(aggregate("total_parts")
                .inSchema("shop")
                .argument("amount", integer())
                .step("pg_catalog", "int4pl", integer())
                .combine("pg_catalog", "int4pl")
                .parallelSafe());
    }

    @Snippet("Send states from one process to another")
    void serialize(Changes changes) {
        changes.create(aggregate("mean")
                .inSchema("shop")
                .argument("amount", numeric())
                .step("pg_catalog", "numeric_avg_accum", "internal")
                .finish("pg_catalog", "numeric_avg")
                .combine("pg_catalog", "numeric_avg_combine")
                .serialize("pg_catalog", "numeric_avg_serialize", "numeric_avg_deserialize"));
    }

    @Snippet("Follow a window that moves")
    void moving(Changes changes) {
        changes.create(TOTAL.moving(TOTAL.initially("0"), "pg_catalog", "int4mi"));
    }

    @Snippet("Take the first of the sorted values")
    void sorted(Changes changes) {
        changes.create(aggregate("lowest")
                .inSchema("shop")
                .argument("amount", integer())
                .step("pg_catalog", "int4smaller", integer())
                .sortedBy(Operator.of("<")));
    }

    @Snippet("Order the rows")
    void orderedSet(Changes changes) {
        changes.create(aggregate("sentence_in_order")
                .inSchema("shop")
                .argument("mark", text())
                .orderBy()
                .argument("word", text())
                .step("shop", "joined", text())
                .finish("shop", "framed"));
    }

    @Snippet("Ask where a row would be among the others")
    void hypothetical(Changes changes) {
        changes.create(aggregate("place_of")
                .inSchema("shop")
                .argument("mark", text())
                .hypotheticalOrderBy()
                .argument("word", text())
                .step("shop", "joined", text())
                .finish("shop", "framed")
                .parallelRestricted());
    }

    @Snippet("Take any number of values of any types, and as many to order by")
    void hypotheticalOfAny(Changes changes) {
        changes.create(aggregate("rank_of")
                .inSchema("shop")
                .variadic("", typed("\"any\"", Object.class))
                .hypotheticalOrderBy()
                .variadic("", typed("\"any\"", Object.class))
                .step("pg_catalog", "ordered_set_transition_multi", "internal")
                .finish("pg_catalog", "rank_final", Modify.READ_WRITE, true));
    }

    @Snippet(value = "Comment on it, give it to another role and drop it", after = "hypothetical")
    void dropHypothetical(Changes changes) {
        AggregateSpec place = aggregate("place_of")
                .inSchema("shop")
                .argument("mark", text())
                .hypotheticalOrderBy()
                .argument("word", text());
        changes.comment(place, "Where a word would be");
        changes.createRole("varve_clerks");
        changes.grant(privileges("create").on(schema("shop")), "varve_clerks");
        changes.owner(place, "varve_clerks");
        changes.drop(place);
    }

    @Snippet("Follow a window that moves with a state and a result of its own")
    void movingOtherwise(Changes changes) {
        changes.create(function("settled")
                .inSchema("shop")
                .argument("state", integer())
                .argument("amount", integer())
                .returns(integer())
                .language("sql")
                .immutable()
                .body("select state"));
        AggregateSpec moving = TOTAL.initially("0").space(64).finish("shop", "settled", Modify.SHAREABLE, true);
        changes.create(TOTAL.moving(moving, "pg_catalog", "int4mi"));
    }

    @Snippet("Take any number of values")
    void variadic(Changes changes) {
        changes.create(aggregate("all_of")
                .inSchema("shop")
                .variadic("words", text())
                .step("pg_catalog", "array_cat", arrayOf(text())));
    }

    @Snippet(value = "Put another definition in its place", after = "create")
    void replace(Changes changes) {
        changes.replace(TOTAL.initially("10"));
    }

    @Snippet(value = "Give something else", after = "create")
    void recreate(Changes changes) {
        changes.replace(aggregate("total")
                .inSchema("shop")
                .argument("amount", integer())
                .step("pg_catalog", "int84pl", bigint())
                .initially("0"));
    }

    @Snippet(value = "Rename", after = "orderedSet")
    void rename(Changes changes) {
        changes.rename(
                aggregate("sentence_in_order")
                        .inSchema("shop")
                        .argument("mark", text())
                        .orderBy()
                        .argument("word", text()),
                "phrase");
    }

    @Snippet(value = "Rename the function by which it goes", after = "finish")
    void renameFunction(Changes changes) {
        changes.rename(
                function("joined").inSchema("shop").argument("state", text()).argument("word", text()), "appended");
    }

    @Snippet(value = "Move to another schema", after = "noArguments")
    void move(Changes changes) {
        changes.move(aggregate("rows_there").inSchema("shop"), "archive");
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(TOTAL, "The sum");
    }

    @Snippet(value = "Drop", after = "variadic")
    void drop(Changes changes) {
        changes.drop(aggregate("all_of").inSchema("shop").variadic("words", text()));
    }
}
