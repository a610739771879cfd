package dev.varve.timescale;

import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.diff.Scope;
import dev.varve.dsl.Changes;
import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import org.junit.jupiter.api.Test;

/** What modules say of tables can be left out of a comparison as well as what core says. */
class IgnoredFactsTest {

    private static Database keeping(int age) {
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(extension("timescaledb"));
        changes.create(table("trades")
                .inSchema("public")
                .column("time", timestamptz().notNull())
                .column("price", bigint())
                .hypertable(by("time").every(days(1)))
                .retain(days(age)));
        return Operation.afterAll(changes.operations(), Database.empty());
    }

    /** The same facts about the chunks of an aggregate. */
    private static Database aggregated(int age) {
        Database state = keeping(30);
        Changes changes = new Changes(NamingConvention.STANDARD);
        changes.create(continuousAggregate("daily")
                .as("select time_bucket('1 day', time) as day, sum(price) as total from public.trades group by 1")
                .retain(days(age)));
        for (Operation operation : changes.operations()) {
            state = operation.after(state);
        }
        return state;
    }

    @Test
    void how_long_aggregates_are_kept_can_be_ignored() {
        Database before = aggregated(30);
        Database after = aggregated(90);
        Scope scope = Scope.EVERYTHING.ignoring("retention policy");

        assertThat(Difference.between(before, after).operations()).isNotEmpty();
        assertThat(Difference.between(before, scope.of(after, before)).isEmpty())
                .isTrue();
    }

    @Test
    void how_afterrows_are_kept_can_be_ignored() {
        Database before = keeping(30);
        Database after = keeping(90);
        Scope scope = Scope.EVERYTHING.ignoring("retention policy");

        assertThat(Difference.between(before, after).operations()).isNotEmpty();
        assertThat(Difference.between(before, scope.of(after, before)).isEmpty())
                .isTrue();
    }
}
