package dev.varve.reference;

import static dev.varve.dsl.Postgres.enumType;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.enumerated;
import static dev.varve.dsl.Types.integer;

import dev.varve.dsl.Changes;
import dev.varve.dsl.EnumSpec;
import java.util.List;
import java.util.Map;

final class Enums implements ReferencePage {

    private static final EnumSpec SIDE = enumType("side").inSchema("shop");

    @Override
    public String title() {
        return "Enums";
    }

    @Override
    public String introduction() {
        return "PostgreSQL adds values to an enum but removes none: that takes a new type, and every table written anew.";
    }

    @Override
    public void given(Changes changes) {
        changes.create(schema("shop"), schema("archive"));
    }

    @Snippet("Create an enum")
    void create(Changes changes) {
        changes.create(SIDE.values("BUY", "SELL", "SHORT"));
    }

    @Snippet(value = "Add values", after = "create")
    void addValue(Changes changes) {
        changes.alter(SIDE).addValue("COVER");
        changes.alter(SIDE).addValueBefore("HOLD", "SELL");
        changes.alter(SIDE).addValueAfter("WAIT", "HOLD");
    }

    @Snippet(value = "Use it in a table and a view", after = "create")
    void use(Changes changes) {
        changes.create(table("orders")
                .inSchema("shop")
                .column("id", integer().primaryKey())
                .column(
                        "direction",
                        enumerated(SIDE).notNull().defaultTo("BUY").check("direction <> 'SELL' or id > 0")));
        changes.create(view("sales").inSchema("shop").as("select o.id from shop.orders o where o.direction = 'SELL'"));
    }

    @Snippet(value = "Drop a value, with the columns and views that use the enum", after = "use")
    void dropValue(Changes changes) {
        changes.alter(SIDE).rebuild(List.of("BUY", "SELL"), Map.of("SHORT", "SELL"));
    }

    @Snippet(value = "Rename a value", after = "create")
    void renameValue(Changes changes) {
        changes.alter(SIDE).renameValue("BUY", "BID");
    }

    @Snippet(value = "Rename", after = "create")
    void rename(Changes changes) {
        changes.rename(SIDE, "position");
    }

    @Snippet(value = "Move to another schema", after = "create")
    void move(Changes changes) {
        changes.move(SIDE, "archive");
    }

    @Snippet(value = "Drop", after = "create")
    void drop(Changes changes) {
        changes.drop(SIDE);
    }
}
