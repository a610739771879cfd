package dev.varve.cli.example;

import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.table;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;

@Revision(id = "0002", database = "orders", dependsOn = CreateOrders.class, description = "Find orders by note")
public final class IndexNotes implements Migration {

    @Override
    public void define(Changes changes) {
        changes.alter(table("orders").inSchema("trading")).addIndex(on("note").concurrently());
    }
}
