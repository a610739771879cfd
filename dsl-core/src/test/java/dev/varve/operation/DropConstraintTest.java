package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;

import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class DropConstraintTest {

    private static OperationLaws laws(String constraint) {
        return OperationLaws.of(new DropConstraint(ORDERS.id(), constraint)).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS);
    }

    @Test
    void a_constraint_of_any_kind() {
        laws("ck_orders_status").hold();
        laws("pk_orders").hold();
        laws("fk_orders_instrument").hold();
        OperationLaws.of(new DropConstraint(INSTRUMENTS.id(), "uq_instruments_symbol"))
                .given(SCHEMA, INSTRUMENTS)
                .hold();
    }

    @Test
    void the_columns_of_a_primary_key_stay_not_null() {
        OperationLaws.of(new DropConstraint(table("t").id(), "pk"))
                .given(
                        SCHEMA,
                        table("t", column("a", "bigint"), column("b", "text")).plus(primaryKey("pk", "a")))
                .hold();
    }

    @Test
    void a_key_that_is_referenced_is_refused() {
        OperationLaws.of(new DropConstraint(INSTRUMENTS.id(), "pk_instruments"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedWith(
                        "Constraint \"pk_instruments\" of table trading.instruments is used by table trading.orders."
                                + " Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void a_key_that_the_table_itself_references_is_refused() {
        Table tree = table("tree", column("id", "bigint"), column("parent", "bigint"))
                .plus(primaryKey("pk", "id"))
                .plus(foreignKey("fk", "parent", table("tree"), "id"));
        OperationLaws.of(new DropConstraint(tree.id(), "pk"))
                .given(SCHEMA, tree)
                .areRefusedWith(
                        "Constraint \"pk\" of table trading.tree is used by table trading.tree. Change or drop what uses it first, in the"
                                + " same revision or an earlier one.");
    }

    @Test
    void a_constraint_that_is_not_there_is_refused() {
        laws("ck_order_price")
                .areRefusedWith(
                        "There is no constraint \"ck_order_price\" on table trading.orders. Did you mean \"ck_orders_price\"?");
    }
}
