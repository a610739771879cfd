package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Market.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.RefreshPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetRefreshPolicyTest {

    private static final RefreshPolicy ALL = new RefreshPolicy(hours(2), Optional.empty(), Optional.empty());

    private static OperationLaws laws(Optional<RefreshPolicy> policy) {
        return OperationLaws.of(new SetRefreshPolicy(HOURLY.id(), policy)).onTimescale();
    }

    @Test
    void its_sql_adds_changes_and_removes() {
        Database before = Database.empty().plus(SCHEMA).plus(TICKS).plus(HOURLY.refreshed(Optional.empty()));
        SetRefreshPolicy setting = new SetRefreshPolicy(HOURLY.id(), Optional.of(ALL));
        Database after = setting.after(before);

        assertThat(setting.statements(before))
                .hasToString("[select public.add_continuous_aggregate_policy(continuous_aggregate => 'trading.hourly',"
                        + " start_offset => null, end_offset => null, schedule_interval => interval '2 hours')]");
        assertThat(setting.statements(after).get(0).sql().text())
                .startsWith(
                        "select public.alter_job(job_id => j.id, schedule_interval => interval '2 hours',"
                                + " config => j.config || '{\"start_offset\": null, \"end_offset\": null}'::jsonb, timezone => j.timezone)");
        assertThat(new SetRefreshPolicy(HOURLY.id(), Optional.empty()).statements(after))
                .hasToString(
                        "[select public.remove_continuous_aggregate_policy(continuous_aggregate => 'trading.hourly')]");
    }

    @Test
    void it_is_added() {
        laws(Optional.of(ALL))
                .given(SCHEMA, TICKS, HOURLY.refreshed(Optional.empty()))
                .hold();
    }

    @Test
    void it_is_changed() {
        laws(Optional.of(ALL)).given(SCHEMA, TICKS, HOURLY).hold();
        laws(Optional.of(new RefreshPolicy(days(1), Optional.of(days(30)), Optional.of(hours(3)))))
                .given(SCHEMA, TICKS, HOURLY, DAILY)
                .hold();
    }

    @Test
    void it_is_removed() {
        laws(Optional.empty()).given(SCHEMA, TICKS, HOURLY).hold();
    }

    @Test
    void nothing_is_removed_where_there_is_none() {
        laws(Optional.empty())
                .given(SCHEMA, TICKS, HOURLY.refreshed(Optional.empty()))
                .hold();
    }
}
