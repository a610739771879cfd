package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Market.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Database;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.RefreshOptions;
import dev.varve.timescale.model.RefreshPolicy;
import dev.varve.timescale.model.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetRefreshPoliciesTest {

    private static final RefreshPolicy ALL = new RefreshPolicy(hours(2), Optional.empty(), Optional.empty());

    private static OperationLaws laws(RefreshPolicy... policies) {
        return OperationLaws.of(new SetRefreshPolicies(HOURLY.id(), List.of(policies)))
                .onTimescale();
    }

    @Test
    void its_sql_adds_changes_and_removes() {
        Database before = Database.empty().plus(SCHEMA).plus(TICKS).plus(HOURLY.refreshed(List.of()));
        SetRefreshPolicies setting = new SetRefreshPolicies(HOURLY.id(), List.of(ALL));
        Database after = setting.after(before);

        assertThat(setting.statements(before))
                .hasToString("[select public.add_continuous_aggregate_policy(continuous_aggregate => 'trading.hourly',"
                        + " start_offset => null, end_offset => null, schedule_interval => interval '2 hours')]");
        assertThat(setting.statements(after).get(0).sql().text())
                .startsWith(
                        "select public.alter_job(job_id => j.id, schedule_interval => interval '2 hours',"
                                + " config => j.config || '{\"start_offset\": null, \"end_offset\": null}'::jsonb, timezone => j.timezone)");
        assertThat(new SetRefreshPolicies(HOURLY.id(), List.of()).statements(after))
                .hasToString(
                        "[select public.remove_continuous_aggregate_policy(continuous_aggregate => 'trading.hourly')]");
    }

    @Test
    void it_is_added() {
        laws(ALL).given(SCHEMA, TICKS, HOURLY.refreshed(List.of())).hold();
    }

    @Test
    void it_is_changed() {
        laws(ALL).given(SCHEMA, TICKS, HOURLY).hold();
        laws(new RefreshPolicy(days(1), Optional.of(days(30)), Optional.of(hours(3))))
                .given(SCHEMA, TICKS, HOURLY, DAILY)
                .hold();
    }

    @Test
    void it_is_removed() {
        laws().given(SCHEMA, TICKS, HOURLY).hold();
    }

    @Test
    void every_setting_of_its_schedule_comes_and_goes() {
        Schedule schedule = Schedule.CHOSEN
                .every(hours(2))
                .startingAt(Instant.parse("2025-01-01T03:30:00Z"))
                .in("Europe/Berlin")
                .atMost(hours(1))
                .retrying(3, hours(4))
                .pausing();
        RefreshPolicy policy =
                new RefreshPolicy(schedule, Optional.of(days(10)), Optional.empty(), RefreshOptions.CHOSEN);

        laws(policy).given(SCHEMA, TICKS, HOURLY).hold();
        laws(ALL).given(SCHEMA, TICKS, HOURLY.refreshed(List.of(policy))).hold();
        laws(policy).given(SCHEMA, TICKS, HOURLY.refreshed(List.of())).hold();
    }

    private static final RefreshOptions OPTIONS = RefreshOptions.CHOSEN
            .bucketsPerBatch(24)
            .maxBatchesPerExecution(10)
            .oldestFirst(true)
            .includeTieredData(false);

    @Test
    void its_sql_says_the_options_that_are_said() {
        Database before = Database.empty().plus(SCHEMA).plus(TICKS).plus(HOURLY.refreshed(List.of()));
        SetRefreshPolicies setting = new SetRefreshPolicies(HOURLY.id(), List.of(ALL.with(OPTIONS)));
        SetRefreshPolicies leaving =
                new SetRefreshPolicies(HOURLY.id(), List.of(ALL.with(RefreshOptions.CHOSEN.maxBatchesPerExecution(0))));

        assertThat(setting.statements(before))
                .hasToString(
                        "[select public.add_continuous_aggregate_policy(continuous_aggregate => 'trading.hourly',"
                                + " start_offset => null, end_offset => null, schedule_interval => interval '2 hours', buckets_per_batch => 24,"
                                + " max_batches_per_execution => 10, refresh_newest_first => false, include_tiered_data => false)]");
        assertThat(leaving.statements(setting.after(before)).get(0).sql().text())
                .contains("config => (((j.config || '{\"start_offset\": null, \"end_offset\": null,"
                        + " \"max_batches_per_execution\": 0}'::jsonb) - 'buckets_per_batch') - 'refresh_newest_first')"
                        + " - 'include_tiered_data',");
    }

    @Test
    void every_option_comes_and_goes() {
        RefreshPolicy policy = ALL.with(OPTIONS);
        RefreshPolicy other = ALL.with(RefreshOptions.CHOSEN
                .bucketsPerBatch(0)
                .maxBatchesPerExecution(0)
                .includeTieredData(true));

        laws(other).given(SCHEMA, TICKS, HOURLY.refreshed(List.of(policy))).hold();
        laws(policy).given(SCHEMA, TICKS, HOURLY.refreshed(List.of())).hold();
    }

    @Test
    void one_of_several_policies_changes_its_options_by_being_made_again() {
        RefreshPolicy old = new RefreshPolicy(days(1), Optional.of(days(90)), Optional.of(days(3)));
        RefreshPolicy young = HOURLY.refreshes().get(0);

        laws(young, old.with(OPTIONS))
                .given(SCHEMA, TICKS, HOURLY.refreshed(List.of(young, old)))
                .hold();
    }

    @Test
    void a_policy_that_would_fail_whenever_it_runs_is_refused() {
        laws(ALL.with(RefreshOptions.CHOSEN.bucketsPerBatch(-1)))
                .given(SCHEMA, TICKS, HOURLY)
                .areRefusedBeforehandWith(
                        "A refresh policy of continuous aggregate trading.hourly has -1 buckets per batch,"
                                + " which fails whenever it runs. Say how many, or 0 for all of them.");
    }

    @Test
    void several_policies_share_the_time_and_each_comes_and_goes_by_itself() {
        RefreshPolicy old = new RefreshPolicy(days(1), Optional.of(days(90)), Optional.of(days(3)));
        RefreshPolicy oldest = new RefreshPolicy(days(7), Optional.empty(), Optional.of(days(90)));

        laws(HOURLY.refreshes().get(0), old).given(SCHEMA, TICKS, HOURLY).hold();
        laws(old)
                .given(
                        SCHEMA,
                        TICKS,
                        HOURLY.refreshed(List.of(HOURLY.refreshes().get(0), oldest)))
                .hold();
        laws().given(SCHEMA, TICKS, HOURLY.refreshed(List.of(old, oldest))).hold();
    }

    @Test
    void policies_that_overlap_are_refused() {
        RefreshPolicy old = new RefreshPolicy(days(1), Optional.of(days(90)), Optional.of(days(2)));

        laws(HOURLY.refreshes().get(0), old)
                .given(SCHEMA, TICKS, HOURLY)
                .areRefusedWith(
                        "Two refresh policies of continuous aggregate trading.hourly overlap: every 5 minutes from"
                                + " 3 days until 1 hour and every 1 day from 90 days until 2 days. Let the one begin where the other"
                                + " ends.");
    }

    @Test
    void several_policies_of_an_aggregate_over_another_are_refused_beforehand() {
        RefreshPolicy old = new RefreshPolicy(days(1), Optional.of(days(90)), Optional.of(days(3)));
        Database before = Database.empty().plus(SCHEMA).plus(TICKS).plus(HOURLY).plus(DAILY);

        assertThatThrownBy(() -> new SetRefreshPolicies(
                                DAILY.id(), List.of(DAILY.refreshes().get(0), old))
                        .statements(before))
                .hasMessage(
                        "More than one refresh policy of continuous aggregate trading.daily needs TimescaleDB 2.29 or"
                                + " later, but this server has 2.27. Update it with \"alter extension timescaledb update\" once the"
                                + " newer version is installed, or leave it out.");
    }

    @Test
    void nothing_is_removed_where_there_is_none() {
        laws().given(SCHEMA, TICKS, HOURLY.refreshed(List.of())).hold();
    }

    @Test
    void a_policy_shorter_than_two_buckets_is_refused() {
        RefreshPolicy shorter = new RefreshPolicy(hours(1), Optional.of(hours(2)), Optional.of(hours(1)));
        OperationLaws.of(new SetRefreshPolicies(HOURLY.id(), List.of(shorter)))
                .onTimescale()
                .given(SCHEMA, TICKS, HOURLY.refreshed(List.of()))
                .areRefusedWith("The refresh policy every 1 hour from 2 hours until 1 hour of continuous aggregate"
                        + " trading.hourly is too short for its buckets of 1 hour; TimescaleDB wants two of them between the begin"
                        + " and the end. Let it look back further.");
    }
}
