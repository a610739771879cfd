package dev.varve.trading;

import static dev.varve.trading.Trading.POSTGRES;
import static dev.varve.trading.Trading.TIMESCALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.execute.Migrator;
import dev.varve.model.Environment;
import dev.varve.plan.LossAcceptance;
import dev.varve.plan.Step;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import dev.varve.timescale.model.TimescaleEdition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every revision goes up, down to exactly what was there before, and up again to exactly what was there after. */
@Tag("laws")
class RoundTripTest {

    private static final RevisionTarget NEXT = new RevisionTarget("+1");
    private static final RevisionTarget PREVIOUS = new RevisionTarget("-1");

    /** What {@code pg_dump} says of the database {@code postgres}, which knows nothing of hypertables. */
    private static Optional<String> dump(TestDatabase postgres) {
        return postgres.dump();
    }

    @Test
    void every_revision_goes_up_and_down_and_up() {
        goUpAndDownAndUp(TestServers.postgres(), TestServers.timescale(), UnaryOperator.identity());
    }

    @Test
    void every_revision_goes_up_and_down_and_up_without_timescaledb() {
        goUpAndDownAndUp(TestServers.embedded(), TestServers.embedded(), TimescaleEdition::plain);
    }

    private static void goUpAndDownAndUp(
            TestServer postgresServer, TestServer timescaleServer, UnaryOperator<Environment> timescaleEnvironment) {
        try (TestDatabase postgres = postgresServer.create();
                TestDatabase timescale = timescaleServer.create()) {
            Migrator migrator = Migrator.builder()
                    .database(POSTGRES, postgres.dataSource())
                    .database(TIMESCALE, timescale.dataSource(), timescaleEnvironment)
                    .scan("dev.varve.trading")
                    .acceptLoss(LossAcceptance.ALL)
                    .build();
            migrator.stamp(POSTGRES, RevisionTarget.BASE); // makes the version store, which stays

            List<Optional<String>> dumps = new ArrayList<>(List.of(dump(postgres)));
            for (int i = 1; i <= 7; i++) {
                Step up = migrator.upgrade(NEXT).steps().get(0);
                Optional<String> after = dump(postgres);
                assertAsTheHistorySays(migrator);

                assertThat(migrator.downgrade(up.database(), PREVIOUS).steps()).hasSize(1);
                assertThat(dump(postgres)).as("down from " + up.revision()).isEqualTo(dumps.get(i - 1));
                assertAsTheHistorySays(migrator);

                migrator.upgrade(NEXT);
                assertThat(dump(postgres)).as("up again to " + up.revision()).isEqualTo(after);
                assertAsTheHistorySays(migrator);
                dumps.add(after);
            }
            migrator.downgrade(RevisionTarget.BASE);
            assertThat(dump(postgres)).as("down from everything").isEqualTo(dumps.get(0));
            assertAsTheHistorySays(migrator);
        }
    }

    /** Everything that can be read back, with hypertables, policies and aggregates, is what the revisions say. */
    private static void assertAsTheHistorySays(Migrator migrator) {
        assertThat(migrator.check(POSTGRES).findings()).isEmpty();
        assertThat(migrator.check(TIMESCALE).findings()).isEmpty();
    }
}
