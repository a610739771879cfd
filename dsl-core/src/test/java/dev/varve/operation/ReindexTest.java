package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.index;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class ReindexTest {

    @Test
    void an_index() {
        Index index = index("by_price", ORDERS, IndexKey.column("price"));
        OperationLaws.of(new Reindex(index.id()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, index)
                .hold();
    }

    @Test
    void an_index_that_is_not_there_is_refused() {
        Index index = index("by_price", ORDERS, IndexKey.column("price"));
        OperationLaws.of(new Reindex(index.id()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith("There is no index trading.by_price.");
    }
}
