package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;

import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class DropNotNullTest {

    private static OperationLaws laws(String column) {
        return OperationLaws.of(new DropNotNull(ORDERS.id(), column)).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS);
    }

    @Test
    void a_column_that_is_not_null_and_one_that_may_be() {
        laws("price").hold();
        laws("note").hold();
    }

    @Test
    void a_key_or_an_identity_is_refused() {
        laws("id")
                .areRefusedWith(
                        "Column \"id\" of table trading.orders is part of the primary key or an identity, which is never null.");
        OperationLaws.of(new DropNotNull(INSTRUMENTS.id(), "id"))
                .given(SCHEMA, INSTRUMENTS)
                .areRefusedWith(
                        "Column \"id\" of table trading.instruments is part of the primary key or an identity, which is never null.");
    }
}
