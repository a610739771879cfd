package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.testing.OperationLaws;
import org.junit.jupiter.api.Test;

class SetMaterializedOnlyTest {

    private static final SetMaterializedOnly REAL_TIME = new SetMaterializedOnly(HOURLY.id(), false);

    @Test
    void its_sql_alters_the_aggregate() {
        Database before = Database.empty().plus(SCHEMA).plus(TICKS).plus(HOURLY);

        assertThat(REAL_TIME.statements(before))
                .hasToString("[alter materialized view trading.hourly set (timescaledb.materialized_only = false)]");
    }

    @Test
    void it_shows_what_has_just_come() {
        OperationLaws.of(REAL_TIME)
                .given(SCHEMA, TICKS, HOURLY)
                .givenRows(ROWS)
                .onTimescale()
                .hold();
    }

    @Test
    void it_shows_what_is_stored_alone() {
        OperationLaws.of(new SetMaterializedOnly(HOURLY.id(), true))
                .given(SCHEMA, TICKS, HOURLY.materializedOnly(false))
                .onTimescale()
                .hold();
    }
}
