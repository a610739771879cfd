package dev.varve.timescale;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.jsonb;
import static dev.varve.dsl.Types.text;
import static dev.varve.timescale.Timescale.after;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.function;
import static dev.varve.timescale.Timescale.hash;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.job;
import static dev.varve.timescale.Timescale.old;
import static dev.varve.timescale.Timescale.schedule;
import static dev.varve.timescale.Timescale.table;
import static dev.varve.timescale.Timescale.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.Migration;
import dev.varve.plan.Plans;
import dev.varve.revision.Revision;
import org.junit.jupiter.api.Test;

/** Examples of the words for whole numbers, dimensions, jobs and schedules. */
class LaterWordsTest {

    private static final FunctionSpec CLOCK =
            function("clock").returns(bigint()).language("sql").stable().body("select 1000::bigint");
    private static final FunctionSpec CLEAN = function("clean")
            .argument("job", integer())
            .argument("config", jsonb())
            .language("sql")
            .body("");

    @Revision(id = "0001", database = "timescale")
    static final class CreateCounts implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(CLOCK, CLEAN);
            changes.create(table("counts")
                    .column("tick", bigint().notNull())
                    .column("symbol", text().notNull())
                    .hypertable(by("tick").every(1000).now(CLOCK.id().name()))
                    .skipChunksBy("tick")
                    .compress(after(units(5000))
                            .segmentBy("symbol")
                            .orderBy("tick")
                            .minmax("tick"))
                    .retain(
                            old(units(9000)),
                            schedule().every(hours(6)).retrying(3, hours(1)).pausing()));
            changes.create(job("nightly")
                    .calls(CLEAN)
                    .scheduled(schedule().every(days(1)))
                    .telling("keep", 7));
            changes.alter(table("counts")).addDimension(hash("symbol", 4)).alterDimension(hash("symbol", 8));
        }
    }

    @Test
    void every_word_becomes_sql() {
        assertThat(Plans.of(CreateCounts.class).upgradeSql())
                .contains(
                        "select public.set_integer_now_func(hypertable => 'public.counts', integer_now_func => 'public.clock',",
                        "set local timescaledb.enable_chunk_skipping = on",
                        "select public.enable_chunk_skipping(hypertable => 'public.counts', column_name => 'tick')",
                        "timescaledb.sparse_index = 'minmax(tick)'",
                        "compress_after => 5000, schedule_interval => interval '1 day'",
                        "drop_after => 9000, schedule_interval => interval '6 hours'",
                        "max_retries => 3, retry_period => interval '1 hour', scheduled => false",
                        "select public.add_job(proc => 'public.clean', schedule_interval => interval '1 day',"
                                + " config => '{\"keep\": 7}'::jsonb, fixed_schedule => false, job_name => 'nightly')",
                        "select public.add_dimension(hypertable => 'public.counts', column_name => 'symbol',"
                                + " number_partitions => 4)",
                        "select public.set_number_partitions(hypertable => 'public.counts', number_partitions => 8,"
                                + " dimension_name => 'symbol')");
    }

    @Test
    void everything_vanishes_with_the_table_but_jobs_and_functions() {
        assertThat(Plans.of(CreateCounts.class).downgradeSql())
                .contains("select public.delete_job(job_id => j.id)")
                .endsWith(
                        "drop table public.counts;\ndrop function public.clean(integer, jsonb);\ndrop function public.clock()");
    }
}
