package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.materializedView;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.view;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.SchemaObject;
import dev.varve.model.View;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class CreateViewTest {

    private static OperationLaws laws(SchemaObject object) {
        return OperationLaws.of(new CreateObject(object));
    }

    @Test
    void a_view_over_a_table_and_a_view_over_that() {
        View open = view(
                "open_orders",
                "select o.id, o.price, i.symbol, o.price * o.quantity as value, (select count(*) from trading.orders) as n from trading.orders o join trading.instruments i on i.id = o.instrument_id where o.status in ('NEW');");
        laws(open).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS).hold();
        laws(view(
                        "Top \"view\"",
                        "select symbol, sum(price) as total from trading.open_orders group by 1 order by 2 desc limit 3"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, open)
                .hold();
    }

    @Test
    void a_materialized_view_with_an_index() {
        MaterializedView exposure =
                materializedView("exposure", "select side, sum(price) as total from trading.orders group by side");
        laws(exposure).given(SCHEMA, SIDE, INSTRUMENTS, ORDERS).hold();
        laws(new Index(
                        name("ux_exposure"),
                        exposure.id(),
                        true,
                        "btree",
                        List.of(IndexKey.column("side")),
                        List.of(),
                        Optional.empty()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, exposure)
                .hold();
    }

    @Test
    void a_view_that_selects_all_columns_is_refused() {
        laws(view("v", "select o.* from trading.orders o"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .areRefusedBeforehandWith(
                        "The view trading.v selects \"*\". PostgreSQL fixes the list of columns when the view is made;"
                                + " name them, so that the query still says the same when a column comes or goes.");
    }
}
