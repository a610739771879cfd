package dev.varve.trading.postgres;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.trading.Trading.AUTH;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.REFERENCE;
import static dev.varve.trading.Trading.TRADING;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;

/** The schemas of the database {@code postgres}. */
@Revision(id = "20250411_0001", database = POSTGRES)
public final class InitPostgres implements Migration {

    @Override
    public void define(Changes changes) {
        changes.create(schema(AUTH), schema(TRADING), schema(REFERENCE));
        changes.comment(schema(AUTH), "Who may do what.");
        changes.comment(schema(TRADING), "Orders and what becomes of them.");
        changes.comment(schema(REFERENCE), "What everything else refers to.");
    }
}
