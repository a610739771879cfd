package dev.varve.reference;

import static dev.varve.dsl.Postgres.rangeType;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.doublePrecision;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.typed;

import dev.varve.dsl.Changes;

final class RangeTypes implements ReferencePage {

    @Override
    public String title() {
        return "Range types";
    }

    @Override
    public String introduction() {
        return "The values of a range type are ranges of another type. PostgreSQL makes a multirange type beside it.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
    }

    @Snippet("Create a range type")
    void create(Changes changes) {
        changes.create(
                rangeType("float_range", doublePrecision()).inSchema("shop").difference("pg_catalog", "float8mi"));
    }

    @Snippet("Order the bounds, and name the multirange")
    void ordered(Changes changes) {
        changes.create(rangeType("words", text())
                .inSchema("shop")
                .operatorClass("text_pattern_ops")
                .collate("C")
                .multirange("many_words"));
    }

    @Snippet(value = "Use the range and its multirange in a table", after = "create")
    void use(Changes changes) {
        changes.create(table("spans")
                .inSchema("shop")
                .column("one", typed("shop.float_range", String.class))
                .column("many", typed("shop.float_multirange", String.class)));
    }

    @Snippet(value = "Rename", after = "use")
    void rename(Changes changes) {
        changes.rename(rangeType("float_range", doublePrecision()).inSchema("shop"), "numbers");
    }

    @Snippet(value = "Move to another schema", after = "use")
    void move(Changes changes) {
        changes.move(rangeType("float_range", doublePrecision()).inSchema("shop"), "archive");
    }

    @Snippet(value = "Give another one the name and the schema that it had", after = "move")
    void another(Changes changes) {
        changes.create(rangeType("float_range", integer()).inSchema("shop"));
    }

    @Snippet(value = "Comment", after = "create")
    void comment(Changes changes) {
        changes.comment(rangeType("float_range", doublePrecision()).inSchema("shop"), "From here to there");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(rangeType("float_range", doublePrecision()).inSchema("shop"));
    }
}
