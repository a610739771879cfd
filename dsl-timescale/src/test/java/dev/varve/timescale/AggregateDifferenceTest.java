package dev.varve.timescale;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.privileges;
import static dev.varve.timescale.Timescale.table;
import static dev.varve.timescale.Timescale.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.source.MigrationText;
import org.junit.jupiter.api.Test;

/** What becomes of aggregates over aggregates. */
class AggregateDifferenceTest {

    private static Database summing(String hourly, String daily) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(extension("timescaledb"));
        changes.create(table("trades")
                .column("time", timestamptz().notNull())
                .column("price", bigint())
                .hypertable(by("time").every(days(1))));
        changes.create(continuousAggregate("hourly")
                .as("select time_bucket('1 hour', t.time) as hour, " + hourly + " from public.trades t group by 1"));
        changes.create(continuousAggregate("daily")
                .as("select time_bucket('1 day', h.hour) as day, " + daily + " from public.hourly h group by 1"));
        changes.create(view("late").as("select h.hour, " + daily + " from public.hourly h group by h.hour"));
        return Operation.afterAll(changes.operations(), Database.empty());
    }

    /** Its columns may be new. */
    @Test
    void an_aggregate_gets_its_query_when_its_source_has_the_one_that_it_will_have() {
        Database before = summing("sum(t.price) as total", "sum(h.total) as total");
        Database after = summing("max(t.price) as high", "max(h.high) as high");

        assertThat(Difference.between(before, after).operations())
                .extracting(Operation::description)
                .containsExactly(
                        "drop continuous aggregate public.daily",
                        "drop view public.late",
                        "drop continuous aggregate public.hourly",
                        "create continuous aggregate public.hourly",
                        "create continuous aggregate public.daily",
                        "create view public.late");
    }

    @Test
    void what_is_granted_on_its_columns_is_written_in_words() {
        Database before = summing("sum(t.price) as total", "sum(h.total) as total");
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.grant(privileges("select").onColumns(continuousAggregate("hourly"), "total"), "varve_clerks");
        Database after = changes.operations().get(0).after(before);

        assertThat(MigrationText.of(Difference.between(before, after).operations(), before, NamingConvention.STANDARD)
                        .statements()
                        .strip())
                .isEqualTo(
                        "changes.grant(privileges(\"select\").onColumns(continuousAggregate(\"hourly\"), \"total\"), \"varve_clerks\");");
    }
}
