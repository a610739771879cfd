package dev.varve.cli.example;

import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.numeric;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;

@Revision(id = "0001_quotes", database = "market", dependsOn = CreateOrders.class)
public final class CreateQuotes implements Migration {

    @Override
    public void define(Changes changes) {
        changes.create(table("quotes").column("bid", numeric(18, 8)));
    }
}
