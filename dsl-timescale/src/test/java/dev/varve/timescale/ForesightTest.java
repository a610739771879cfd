package dev.varve.timescale;

import static dev.varve.dsl.Types.text;
import static dev.varve.dsl.Types.timestamptz;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.execute.Migrator;
import dev.varve.model.RefusedException;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server looks at queries before anything runs. */
class ForesightTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private static final String SHIFTED = "select time_bucket(interval '1 hour', t.ts) + interval '1 hour' as bucket,"
            + " count(*) as n from public.ticks t group by 1";

    @Revision(id = "0001", database = "market")
    static final class CreateTicks implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(extension("timescaledb"));
            changes.create(table("ticks").column("ts", timestamptz().notNull()).hypertable(by("ts").every(hours(1))));
        }
    }

    @Revision(id = "0002", database = "market", dependsOn = CreateTicks.class)
    static final class CreateVenuesAndHours implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(table("venues").column("name", text()));
            changes.create(continuousAggregate("shifted").as(SHIFTED));
        }
    }

    @Revision(id = "0002", database = "market", dependsOn = CreateTicks.class)
    static final class CreateNotesAndHours implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(table("ticks")).addColumn("note", text());
            changes.create(continuousAggregate("noted")
                    .as("select time_bucket(interval '1 hour', t.ts) as bucket, max(t.note) as note from public.ticks t"
                            + " group by 1"));
        }
    }

    private static Migrator migrator(Class<? extends Migration> second) {
        return Migrator.builder()
                .database("market", DATABASE.dataSource())
                .migrations(List.of(CreateTicks.class, second))
                .build();
    }

    @Test
    void a_query_that_the_server_refuses_stops_everything_before_it_begins() {
        Migrator migrator = migrator(CreateVenuesAndHours.class);
        migrator.upgrade(new RevisionTarget("0001"));

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("The server would refuse the query of continuous aggregate public.shifted:"
                        + " continuous aggregate view must include a valid time bucket function");
        assertThat(migrator.check("market").findings()).isEmpty();
    }

    @Test
    void what_changes_before_is_not_judged_too_early() {
        Migrator migrator = migrator(CreateNotesAndHours.class);
        migrator.upgrade(new RevisionTarget("0001"));

        migrator.upgrade();
        assertThat(migrator.check("market").findings()).isEmpty();
    }
}
