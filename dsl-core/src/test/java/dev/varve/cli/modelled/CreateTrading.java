package dev.varve.cli.modelled;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Postgres.view;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.numeric;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;

/** Creates what the models have outgrown. */
@Revision(id = "0001", database = "shop")
public final class CreateTrading implements Migration {

    @Override
    public void define(Changes changes) {
        changes.create(schema("trading"));
        changes.create(table("orders")
                .inSchema("trading")
                .column("id", bigint().identity().primaryKey())
                .column("price", numeric(18, 8).notNull())
                .column("qty", numeric(18, 8).notNull())
                .column("legacy", integer())
                .column("note", text()));
        changes.create(view("prices").inSchema("trading").as("select o.id, o.price from trading.orders o"));
    }
}
