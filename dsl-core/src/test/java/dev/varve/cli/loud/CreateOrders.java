package dev.varve.cli.loud;

import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;

/** Creates what the model has outgrown. */
@Revision(id = "0001", database = "shop")
public final class CreateOrders implements Migration {

    @Override
    public void define(Changes changes) {
        changes.create(table("orders")
                .column("id", bigint().primaryKey())
                .column("code", text().notNull().unique()));
    }
}
