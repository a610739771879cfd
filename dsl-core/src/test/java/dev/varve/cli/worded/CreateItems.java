package dev.varve.cli.worded;

import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.sql;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;

/** Creates what the models say in other words. */
@Revision(id = "0001", database = "stock")
public final class CreateItems implements Migration {

    @Override
    public void define(Changes changes) {
        changes.create(schema("stock"));
        changes.create(table("items")
                .inSchema("stock")
                .column("id", integer().notNull())
                .column("qty", integer().notNull().defaultTo(sql("(0)")))
                .column("side", text())
                .check("ck_qty", "(qty >= 0)")
                .check("ck_side", "side in ('left', 'right')")
                .index(on("qty").named("idx_qty").where("(qty > 0)")));
        changes.create(view("left_items").inSchema("stock").as("SELECT i.id FROM stock.items i WHERE i.side = 'left'"));
    }
}
