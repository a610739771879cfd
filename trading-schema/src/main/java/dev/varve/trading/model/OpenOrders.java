package dev.varve.trading.model;

import static dev.varve.dsl.Postgres.view;
import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.TRADING;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Model;
import dev.varve.dsl.SchemaModel;

/** What is still to be traded. */
@Model(database = POSTGRES)
public final class OpenOrders implements SchemaModel {

    /** For the scan of the class path. */
    public OpenOrders() {}

    @Override
    public void declare(Changes schema) {
        schema.create(view("open_orders")
                .inSchema(TRADING)
                .as("select o.id, o.account_id, i.symbol, o.side, o.type, o.open_quantity, o.price, o.placed_at"
                        + " from trading.orders o join reference.instruments i on i.id = o.instrument_id"
                        + " where o.status in ('NEW', 'PARTIALLY_FILLED')"));
    }
}
