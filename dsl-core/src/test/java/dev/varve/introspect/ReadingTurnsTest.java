package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.benchmark.BigSchema;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import dev.varve.testing.TurnCounter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** How often reading a database waits for the server. */
class ReadingTurnsTest {

    @Test
    void more_tables_take_no_more_round_trips() throws SQLException {
        try (TestDatabase few = TestServers.postgres().create();
                TestDatabase many = TestServers.postgres().create()) {
            BigSchema.create(BigSchema.operations(1), few);
            BigSchema.create(BigSchema.operations(60), many);

            int roundTrips = roundTrips(few);

            assertThat(roundTrips(many)).isEqualTo(roundTrips);
            assertThat(roundTrips)
                    .as("at 20 ms each, reading has to be done in less than 2 s")
                    .isLessThan(60);
        }
    }

    private static int roundTrips(TestDatabase database) throws SQLException {
        try (TurnCounter counter = new TurnCounter(database.url());
                Connection connection = DriverManager.getConnection(counter.url())) {
            counter.turns();
            Introspector.create().read(connection);
            return counter.turns();
        }
    }
}
