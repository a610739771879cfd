package dev.varve.cli.worded;

import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Model;
import dev.varve.dsl.SchemaModel;

/** Nothing but the check of the side can be other than in the history. */
@Model(database = "stock")
public final class Items implements SchemaModel {

    @Override
    public void declare(Changes changes) {
        changes.create(schema("stock"));
        changes.create(table("items")
                .inSchema("stock")
                .column("id", integer().notNull())
                .column("qty", integer().notNull().defaultTo(sql("0")))
                .column("side", text())
                .check("ck_qty", "qty>=0")
                .check("ck_side", "side = any (array['left', 'right'])")
                .index(on("qty").named("idx_qty").where("\"qty\" > 0 -- in stock")));
        changes.create(view("left_items").inSchema("stock").as("select i.id\nfrom stock.items i\nwhere i.side='left'"));
    }
}
