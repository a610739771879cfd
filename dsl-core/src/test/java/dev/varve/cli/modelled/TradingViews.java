package dev.varve.cli.modelled;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.view;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Model;
import dev.varve.dsl.SchemaModel;

/** The schema, and what is shown of it. */
@Model(database = "shop")
public final class TradingViews implements SchemaModel {

    @Override
    public void declare(Changes schema) {
        schema.create(view("prices").inSchema("trading").as("select o.id, o.price from trading.orders o"));
        schema.create(schema("trading"));
    }
}
