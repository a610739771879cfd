package dev.varve.timescale.model;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.argument;
import static dev.varve.testing.Trading.function;
import static dev.varve.timescale.Market.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Function;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameObject;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.operation.AlterJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Function CLEAN_UP =
            function("clean_up", "void", "", argument("job", "integer"), argument("config", "jsonb"));
    private static final Function CHECK = function("look_at", "void", "", argument("config", "jsonb"));
    private static final Schedule FULL = Schedule.CHOSEN
            .every(hours(6))
            .startingAt(Instant.parse("2025-01-01T03:30:00Z"))
            .in("Europe/Berlin")
            .atMost(hours(1))
            .retrying(3, hours(4))
            .pausing();
    private static final Job NIGHTLY =
            new Job("Nightly, at two", CLEAN_UP.name(), Schedule.CHOSEN, Map.of("keep", "7", "what", "\"it's\""));

    private static OperationLaws laws(Operation operation) {
        return OperationLaws.of(operation).given(SCHEMA, CLEAN_UP).onTimescale();
    }

    @Test
    void its_sql_names_the_function_with_its_schema() {
        Database before = Database.empty().plus(SCHEMA).plus(CLEAN_UP);

        assertThat(new CreateObject(NIGHTLY).statements(before))
                .hasToString("[select public.add_job(proc => 'trading.clean_up', schedule_interval => interval '1 day',"
                        + " config => '{\"keep\": 7, \"what\": \"it''s\"}'::jsonb, fixed_schedule => false,"
                        + " job_name => 'Nightly, at two')]");
        assertThat(new DropObject(NIGHTLY.id()).statements(before.plus(NIGHTLY)))
                .hasToString("""
                [select public.delete_job(job_id => j.id)
                from _timescaledb_catalog.bgw_job j
                where j.proc_schema = 'trading' and j.proc_name = 'clean_up' and j.application_name = \
                format('%s [%s]', 'Nightly, at two', j.id)]""");
    }

    @Test
    void it_comes_and_goes_with_every_setting() {
        laws(new CreateObject(NIGHTLY)).hold();
        laws(new CreateObject(new Job("all", CLEAN_UP.name(), FULL, Map.of()))).hold();
        laws(new DropObject(NIGHTLY.id())).given(NIGHTLY).hold();
    }

    @Test
    void it_is_changed_in_place() {
        laws(new AlterJob(NIGHTLY.id(), FULL, Map.of("keep", "8"), Optional.empty()))
                .given(NIGHTLY)
                .hold();
    }

    @Test
    void what_checks_its_configuration_comes_and_goes() {
        Job checked = NIGHTLY.checked(Optional.of(CHECK.id()));

        laws(new CreateObject(checked)).given(CHECK).hold();
        laws(new AlterJob(NIGHTLY.id(), Schedule.CHOSEN, NIGHTLY.config(), checked.check()))
                .given(CHECK, NIGHTLY)
                .hold();
    }

    @Test
    void what_checks_its_configuration_is_neither_dropped_nor_renamed() {
        Job checked = NIGHTLY.checked(Optional.of(CHECK.id()));

        laws(new DropObject(CHECK.id()))
                .given(CHECK, checked)
                .areRefusedBeforehandWith(
                        "The function trading.look_at(jsonb) is used by job trading.Nightly, at two (clean_up)."
                                + " Change or drop what uses it first, in the same revision or an earlier one.");
        String renamed = "Job \"Nightly, at two\" has its configuration checked by function"
                + " trading.look_at(jsonb), and TimescaleDB would go on looking for that by its old name. Let the job be"
                + " checked by nothing before the rename, and by the new name after it, in the same revision.";
        for (Operation renaming :
                List.of(new RenameObject(CHECK.id(), "look_into"), new RenameObject(SCHEMA.id(), "shop"))) {
            laws(renaming).given(CHECK, checked).areRefusedBeforehandWith(renamed);
        }
    }

    @Test
    void another_of_the_same_name_may_call_something_else() {
        Function other = function("tidy", "void", "", argument("job", "integer"), argument("config", "jsonb"));
        Job second = new Job(NIGHTLY.title(), other.name(), Schedule.CHOSEN, Map.of());

        laws(new CreateObject(second)).given(other, NIGHTLY).hold();
        laws(new RenameObject(other.id(), "clean"))
                .given(other, NIGHTLY, second)
                .hold();
    }

    @Test
    void it_follows_its_function_and_its_schema() {
        laws(new RenameObject(CLEAN_UP.id(), "tidy")).given(NIGHTLY).hold();
        laws(new RenameObject(SCHEMA.id(), "shop")).given(NIGHTLY).hold();
    }

    @Test
    void its_function_is_not_dropped() {
        laws(new DropObject(CLEAN_UP.id()))
                .given(NIGHTLY)
                .areRefusedBeforehandWith(
                        "The function trading.clean_up(integer, jsonb) is used by job trading.Nightly, at two (clean_up)."
                                + " Change or drop what uses it first, in the same revision or an earlier one.");
    }
}
