package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.View;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class ReplaceViewTest {

    private static final View OPEN = view("open_orders", "select id, price from trading.orders");

    @Test
    void its_sql_replaces() {
        assertThat(new ReplaceView(OPEN).statements(Database.empty()))
                .hasToString("[create or replace view trading.open_orders as\nselect id, price from trading.orders]");
    }

    @Test
    void a_view_with_more_columns() {
        OperationLaws.of(new ReplaceView(
                        view("open_orders", "select id, price, note from trading.orders where note in ('a', 'b')")))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, OPEN, comment(OPEN, "price", "the price"))
                .hold();
    }

    @Test
    void a_view_that_is_not_there_is_refused() {
        OperationLaws.of(new ReplaceView(view("open_order", "select 1 as x")))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, OPEN)
                .areRefusedBeforehandWith("There is no view trading.open_order. Did you mean \"trading.open_orders\"?");
    }
}
