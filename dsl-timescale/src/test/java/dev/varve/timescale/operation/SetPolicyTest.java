package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Market.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.Policy;
import dev.varve.timescale.model.RetentionPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetPolicyTest {

    private static final Policy MONTH = new RetentionPolicy(Interval.ofMonths(1), Optional.empty());
    private static final Policy SOON = new CompressionPolicy(days(1), Optional.empty());

    private static OperationLaws laws(Policy policy, Table table) {
        return OperationLaws.of(new SetPolicy(TICKS.id(), policy))
                .given(SCHEMA, table)
                .onTimescale();
    }

    @Test
    void its_sql_adds_a_job_with_a_schedule() {
        Database before = Database.empty().plus(SCHEMA).plus(TICKS);

        assertThat(new SetPolicy(TICKS.id(), MONTH).statements(before))
                .hasToString(
                        "[select public.add_retention_policy(relation => 'trading.ticks', drop_after => interval '1 month',"
                                + " schedule_interval => interval '1 day')]");
    }

    @Test
    void its_sql_changes_a_job_that_is_there_and_passes_its_time_zone_on() {
        Database before = Database.empty().plus(SCHEMA).plus(FULL_TICKS);

        assertThat(new SetPolicy(TICKS.id(), MONTH).statements(before)).hasToString("""
                [select public.alter_job(job_id => j.id, schedule_interval => interval '1 day', \
                config => j.config || '{"drop_after": "1 month"}'::jsonb, timezone => j.timezone)
                from _timescaledb_catalog.bgw_job j
                join _timescaledb_catalog.hypertable h on h.id = j.hypertable_id
                left join _timescaledb_catalog.continuous_agg a on a.mat_hypertable_id = h.id
                where j.proc_name = 'policy_retention' and coalesce(a.user_view_schema, h.schema_name) = 'trading'
                    and coalesce(a.user_view_name, h.table_name) = 'ticks']""");
    }

    @Test
    void retention_is_added() {
        laws(MONTH, TICKS).hold();
    }

    @Test
    void retention_is_changed() {
        laws(MONTH, FULL_TICKS).hold();
        laws(new RetentionPolicy(days(14), Optional.of(hours(6))), FULL_TICKS).hold();
    }

    @Test
    void a_compression_policy_is_added_with_the_schedule_that_timescale_would_choose() {
        laws(SOON, TICKS.with(BY_SYMBOL)).hold();
    }

    @Test
    void a_compression_policy_is_changed() {
        laws(SOON, FULL_TICKS).hold();
    }

    @Test
    void a_compression_policy_without_compression_is_refused() {
        laws(SOON, TICKS)
                .areRefusedWith(
                        "The chunks of table trading.ticks cannot be compressed after 1 day, because its compression is"
                                + " not set up. Say compress(after(...).segmentBy(...)).");
    }
}
