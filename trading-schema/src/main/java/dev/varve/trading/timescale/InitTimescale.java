package dev.varve.trading.timescale;

import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.schema;
import static dev.varve.trading.Trading.MARKET_DATA;
import static dev.varve.trading.Trading.TIMESCALE;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import dev.varve.trading.postgres.InitPostgres;

/** TimescaleDB and the schema of market data; its symbols are those of the instruments in {@code postgres}. */
@Revision(id = "20250411_0002", database = TIMESCALE, dependsOn = InitPostgres.class)
public final class InitTimescale implements Migration {

    @Override
    public void define(Changes changes) {
        changes.create(extension("timescaledb"));
        changes.create(schema(MARKET_DATA));
        changes.comment(schema(MARKET_DATA), "What the markets say.");
    }
}
