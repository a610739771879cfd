package dev.varve.cli.example;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.text;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;

@Revision(id = "0001", database = "orders")
public final class CreateOrders implements Migration {

    @Override
    public void define(Changes changes) {
        changes.create(
                schema("trading"),
                table("orders")
                        .inSchema("trading")
                        .column("id", bigint().primaryKey())
                        .column("note", text()));
    }
}
