package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.trading.Trading.AUTH;
import static dev.varve.trading.Trading.ORDER_STATUS;
import static dev.varve.trading.Trading.ORDER_TYPE;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.REFERENCE;
import static dev.varve.trading.Trading.SIDE;
import static dev.varve.trading.Trading.TIME_IN_FORCE;
import static dev.varve.trading.Trading.TRADING;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Model;
import dev.varve.dsl.SchemaModel;

/** The schemas of the database {@code postgres}, and its types. */
@Model(database = POSTGRES)
public final class TradingTypes implements SchemaModel {

    /** For the scan of the class path. */
    public TradingTypes() {}

    @Override
    public void declare(Changes schema) {
        schema.create(schema(AUTH), schema(TRADING), schema(REFERENCE));
        schema.comment(schema(AUTH), "Who may do what.");
        schema.comment(schema(TRADING), "Orders and what becomes of them.");
        schema.comment(schema(REFERENCE), "What everything else refers to.");
        schema.create(
                SIDE.values("BUY", "SELL"),
                ORDER_TYPE.values("MARKET", "LIMIT", "STOP", "STOP_LIMIT"),
                TIME_IN_FORCE.values("DAY", "GTC", "IOC", "FOK"),
                ORDER_STATUS.values("NEW", "PARTIALLY_FILLED", "FILLED", "CANCELED", "REJECTED", "EXPIRED"));
    }
}
