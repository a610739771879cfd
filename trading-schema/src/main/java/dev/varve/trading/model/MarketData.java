package dev.varve.trading.model;

import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.schema;
import static dev.varve.trading.Trading.MARKET_DATA;
import static dev.varve.trading.Trading.TIMESCALE;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Model;
import dev.varve.dsl.SchemaModel;

/** TimescaleDB, and the schema of the database {@code timescale}. */
@Model(database = TIMESCALE)
public final class MarketData implements SchemaModel {

    /** For the scan of the class path. */
    public MarketData() {}

    @Override
    public void declare(Changes schema) {
        schema.create(extension("timescaledb"));
        schema.create(schema(MARKET_DATA));
        schema.comment(schema(MARKET_DATA), "What the markets say.");
    }
}
