package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.view;

import dev.varve.model.View;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class RenameViewColumnTest {

    private static final View OPEN = view("open_orders", "select id, price from trading.orders");

    @Test
    void a_column_with_a_comment() {
        OperationLaws.of(new RenameViewColumn(OPEN.id(), "price", "value"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, OPEN, comment(OPEN, "price", "the price"))
                .hold();
    }

    @Test
    void a_column_that_is_not_there_is_refused() {
        OperationLaws.of(new RenameViewColumn(OPEN.id(), "prize", "value"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, OPEN)
                .areRefusedWith("There is no column \"prize\" of view trading.open_orders.");
    }
}
