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
import dev.varve.timescale.Market;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.Policy;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import java.time.Instant;
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
    void every_setting_of_its_schedule_comes_and_goes() {
        Schedule schedule = Schedule.CHOSEN
                .every(hours(6))
                .startingAt(Instant.parse("2025-01-01T03:30:00.000001Z"))
                .in("Europe/Berlin")
                .atMost(hours(1))
                .retrying(3, hours(4))
                .pausing();
        Policy retention = new RetentionPolicy(Age.of(days(30)), schedule);
        Policy compression = new CompressionPolicy(Age.of(days(3)), schedule);

        laws(retention, TICKS).hold();
        laws(retention, FULL_TICKS).hold();
        laws(MONTH, TICKS.with(retention.settled(Market.HOURLY_CHUNKS))).hold();
        laws(compression, TICKS.with(BY_SYMBOL)).hold();
        laws(compression, FULL_TICKS).hold();
    }

    @Test
    void chunks_are_dealt_with_by_when_they_were_made() {
        laws(new RetentionPolicy(Age.sinceCreation(days(30)), Schedule.CHOSEN), TICKS)
                .hold();
        laws(new RetentionPolicy(Age.sinceCreation(days(30)), Schedule.CHOSEN), FULL_TICKS)
                .hold();
        laws(new CompressionPolicy(Age.sinceCreation(days(3)), Schedule.CHOSEN), TICKS.with(BY_SYMBOL))
                .hold();
        laws(new CompressionPolicy(Age.sinceCreation(days(3)), Schedule.CHOSEN), FULL_TICKS)
                .hold();
    }

    @Test
    void a_compression_policy_without_compression_is_refused() {
        laws(SOON, TICKS)
                .areRefusedWith(
                        "The chunks of table trading.ticks cannot be compressed after 1 day, because its compression is"
                                + " not set up. Say compress(after(...).segmentBy(...)).");
    }
}
