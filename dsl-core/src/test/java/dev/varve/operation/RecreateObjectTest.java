package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.TOUCH;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.function;
import static dev.varve.testing.Trading.materializedView;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.view;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.Trigger;
import dev.varve.model.View;
import dev.varve.operation.ChangePrivileges.Verb;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecreateObjectTest {

    private static final MaterializedView EXPOSURE =
            materializedView("exposure", "select side, sum(price) as total from trading.orders group by side");
    private static final Index BY_SIDE = new Index(
            name("ux_exposure"),
            EXPOSURE.id(),
            true,
            "btree",
            List.of(IndexKey.column("side")),
            List.of(),
            Optional.empty());

    @Test
    void another_query_of_a_materialized_view_with_its_index_and_comments() {
        OperationLaws.of(new RecreateObject(materializedView(
                        "exposure", "select side, sum(price * quantity) as total from trading.orders group by side")))
                .given(
                        SCHEMA,
                        SIDE,
                        INSTRUMENTS,
                        ORDERS,
                        EXPOSURE,
                        BY_SIDE,
                        comment(EXPOSURE, "exposure"),
                        comment(EXPOSURE, "total", "the total"),
                        comment(BY_SIDE, "for refreshing"))
                .hold();
    }

    @Test
    void a_view_with_fewer_columns_and_its_trigger() {
        View open = view("open_orders", "select id, price from trading.orders");
        Trigger instead = new Trigger(
                "instead",
                open.id(),
                Trigger.Timing.INSTEAD_OF,
                Set.of(Trigger.Event.DELETE),
                List.of(),
                true,
                Optional.empty(),
                TOUCH.id(),
                List.of());
        OperationLaws.of(new RecreateObject(view("open_orders", "select price from trading.orders")))
                .given(
                        SCHEMA,
                        SIDE,
                        INSTRUMENTS,
                        ORDERS,
                        TOUCH,
                        open,
                        instead,
                        comment(instead, "c"),
                        comment(open, "price", "the price"))
                .hold();
    }

    @Test
    void a_function_with_another_result() {
        OperationLaws.of(new RecreateObject(function("f", "bigint", "select 1::bigint")))
                .given(SCHEMA, function("f", "integer", "select 1"), comment(function("f", "integer", "select 1"), "c"))
                .hold();
    }

    @Test
    void a_function_with_privileges_that_were_revoked() {
        OperationLaws.of(new RecreateObject(function("f", "bigint", "select 1::bigint")))
                .given(SCHEMA, function("f", "integer", "select 1"))
                .given(new ChangePrivileges(
                        function("f", "integer", "select 1").id(), "", "public", Verb.REVOKE, Set.of("execute")))
                .hold();
    }

    @Test
    void what_others_use_is_refused() {
        OperationLaws.of(new RecreateObject(view("a", "select 2 as x")))
                .given(SCHEMA, view("a", "select 1 as x"), view("b", "select x from trading.a"))
                .areRefusedWith(
                        "The view trading.a is used by view trading.b. Change or drop what uses it first, in the same revision or an earlier one.");
    }
}
