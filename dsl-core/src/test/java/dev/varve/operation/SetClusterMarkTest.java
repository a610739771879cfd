package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.materializedView;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetClusterMarkTest {

    private static final MaterializedView PRICES = materializedView("prices", "select id, price from trading.orders");

    private static Index by(String method) {
        return new Index(
                PRICES.name().named("by_id"),
                PRICES.id(),
                false,
                method,
                List.of(IndexKey.column("id")),
                List.of(),
                Optional.empty());
    }

    @Test
    void an_index_that_holds_all_rows_in_order() {
        Index index = by("btree");
        OperationLaws.of(new SetClusterMark(PRICES.id(), Optional.of(index.id())))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, PRICES, index)
                .hold();
    }

    @Test
    void an_index_without_order_is_refused() {
        Index index = by("hash");
        OperationLaws.of(new SetClusterMark(PRICES.id(), Optional.of(index.id())))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, PRICES, index)
                .areRefusedWith(
                        "The index trading.by_id cannot order the rows of materialized view trading.prices: it has to"
                                + " hold all of them, by btree or gist.");
    }
}
