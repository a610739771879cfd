package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.materializedView;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.MaterializedView;
import dev.varve.model.Storage;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class CreateEmptyMaterializedViewTest {

    private static final MaterializedView PRICES = materializedView("prices", "select id, price from trading.orders");

    @Test
    void a_view_without_rows() {
        OperationLaws.of(new CreateEmptyMaterializedView(PRICES))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .hold();
    }

    @Test
    void its_sql_says_where_rows_are_kept() {
        MaterializedView elsewhere =
                PRICES.by("columnar").stored(Storage.usual().in("fast"));
        assertThat(new CreateEmptyMaterializedView(elsewhere).statements(Database.empty()))
                .hasToString("[create materialized view trading.prices using columnar tablespace fast as\n"
                        + "select id, price from trading.orders\nwith no data]");
    }
}
