package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.RetentionPolicy;
import org.junit.jupiter.api.Test;

class DropPolicyTest {

    private static final DropPolicy RETENTION = new DropPolicy(TICKS.id(), RetentionPolicy.class);

    @Test
    void its_sql_is_one_call() {
        Database before = Database.empty().plus(SCHEMA).plus(FULL_TICKS);

        assertThat(RETENTION.description()).isEqualTo("remove the retention policy of trading.ticks");
        assertThat(RETENTION.statements(before))
                .hasToString("[select public.remove_retention_policy(relation => 'trading.ticks')]");
    }

    @Test
    void retention_ends() {
        OperationLaws.of(RETENTION).given(SCHEMA, FULL_TICKS).onTimescale().hold();
    }

    @Test
    void compression_by_age_ends() {
        OperationLaws.of(new DropPolicy(TICKS.id(), CompressionPolicy.class))
                .given(SCHEMA, FULL_TICKS)
                .onTimescale()
                .hold();
    }

    @Test
    void where_there_is_none_it_is_refused() {
        OperationLaws.of(RETENTION)
                .given(SCHEMA, TICKS)
                .onTimescale()
                .areRefusedWith("The table trading.ticks has no retention policy.");
    }
}
