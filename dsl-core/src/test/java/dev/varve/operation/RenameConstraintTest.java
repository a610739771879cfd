package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.name;

import dev.varve.testing.OperationLaws;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenameConstraintTest {

    @Test
    void a_constraint_of_any_kind() {
        for (String name : List.of("pk_orders", "fk_orders_instrument", "ck_orders_price")) {
            OperationLaws.of(new RenameConstraint(ORDERS.id(), name, "New \"name\""))
                    .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                    .hold();
        }
        OperationLaws.of(new RenameConstraint(INSTRUMENTS.id(), "uq_instruments_symbol", "u"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .hold();
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        OperationLaws.of(new RenameConstraint(ORDERS.id(), "pk_orders", "ck_orders_price"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith("Constraint \"ck_orders_price\" already exists on table trading.orders.");
        OperationLaws.of(new RenameConstraint(ORDERS.id(), "pk_orders", "instruments"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith("The name of table trading.orders is taken by table trading.instruments.");
    }
}
