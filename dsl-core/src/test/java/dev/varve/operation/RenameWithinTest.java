package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.TOUCH_ORDERS;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.rowTrigger;

import dev.varve.model.Trigger;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class RenameWithinTest {

    @Test
    void a_trigger_with_a_comment() {
        OperationLaws.of(new RenameWithin<>(TOUCH_ORDERS.id(), "New \"name\""))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, TOUCH, TOUCH_ORDERS, comment(TOUCH_ORDERS, "c"))
                .hold();
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        OperationLaws.of(new RenameWithin<>(TOUCH_ORDERS.id(), "other"))
                .given(
                        SCHEMA,
                        SIDE,
                        INSTRUMENTS,
                        ORDERS,
                        TOUCH,
                        TOUCH_ORDERS,
                        rowTrigger("other", ORDERS, Trigger.Timing.AFTER, Trigger.Event.DELETE))
                .areRefusedWith("The trigger trading.orders.other already exists.");
    }
}
