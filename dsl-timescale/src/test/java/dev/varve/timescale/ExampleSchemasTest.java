package dev.varve.timescale;

import static dev.varve.timescale.ExampleSchemas.DATABASE_NAME;
import static dev.varve.timescale.Timescale.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.execute.Migrator;
import dev.varve.execute.MigratorBuilder;
import dev.varve.plan.LossAcceptance;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What people build from TimescaleDB's tutorials goes up, down and up, with and without TimescaleDB. */
class ExampleSchemasTest {

    private static final String ROWS =
            "insert into public.metrics select t, 1, extract(epoch from t - timestamptz '2025-01-01') / 3600"
                    + " from generate_series(timestamptz '2025-01-01 00:00+00', '2025-01-31 23:50+00', interval '10 minutes') t";

    private static MigratorBuilder on(TestDatabase database) {
        return Migrator.builder()
                .database(DATABASE_NAME, database.dataSource())
                .migrations(ExampleSchemas.REVISIONS)
                .acceptLoss(LossAcceptance.ALL);
    }

    @Test
    void with_timescaledb() throws SQLException {
        TestServers.timescale(20);
        try (TestDatabase database = TestServers.timescale().create()) {
            Migrator migrator = on(database).build();
            goUpAndDownAndUp(migrator);
            database.execute(
                    ROWS,
                    "call refresh_continuous_aggregate('kwh_hour_by_hour', null, null)",
                    "call refresh_continuous_aggregate('kwh_day_by_day', null, null)",
                    "call refresh_continuous_aggregate('kwh_month_by_month', null, null)");
            assertThat(kwh(database)).isEqualTo("1 620");
        }
    }

    @Test
    void without_timescaledb() throws SQLException {
        try (TestDatabase database = TestServers.embedded().create()) {
            goUpAndDownAndUp(on(database).mode(PLAIN).build());
            database.execute(ROWS);
            assertThat(kwh(database)).isEqualTo("1 620");
        }
    }

    private static void goUpAndDownAndUp(Migrator migrator) {
        for (RevisionTarget target : new RevisionTarget[] {new RevisionTarget("head"), RevisionTarget.BASE}) {
            migrator.upgrade();
            assertThat(migrator.check(DATABASE_NAME).findings()).isEmpty();
            assertThat(migrator.check(DATABASE_NAME).unreadable()).isEmpty();
            migrator.downgrade(target);
            assertThat(migrator.check(DATABASE_NAME).findings()).isEmpty();
        }
        migrator.upgrade();
    }

    private static String kwh(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select count(*) || ' ' || round(sum(kwh)) from public.kwh_month_by_month")) {
            row.next();
            return row.getString(1);
        }
    }
}
