package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.materializedView;
import static dev.varve.testing.Trading.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.MaterializedView;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class RefreshMaterializedViewTest {

    @Test
    void a_materialized_view() {
        MaterializedView view =
                materializedView("exposure", "select side, sum(price) as total from trading.orders group by side");
        OperationLaws.of(new RefreshMaterializedView(view.id()))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, view)
                .hold();
        assertThat(new RefreshMaterializedView(view.id()).statements(Database.empty()))
                .hasToString("[refresh materialized view trading.exposure]");
    }

    @Test
    void refreshing_while_it_is_read_needs_a_unique_index() {
        MaterializedView view = materializedView("ids", "select id from trading.orders");
        OperationLaws.of(new RefreshMaterializedView(view.id(), RefreshMaterializedView.Manner.CONCURRENTLY))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, view)
                .areRefusedWith(
                        "The materialized view trading.ids cannot be refreshed concurrently: it has no unique index"
                                + " over columns and all rows. Add one, or refresh it plainly.");
    }
}
