package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;

import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class SetNotNullTest {

    @Test
    void a_column_that_may_be_null_and_one_that_is_not() {
        OperationLaws.of(new SetNotNull(ORDERS.id(), "note"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .hold();
        OperationLaws.of(new SetNotNull(ORDERS.id(), "price"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .hold();
    }
}
