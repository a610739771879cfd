package dev.varve.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.benchmark.BigSchema;
import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import dev.varve.testing.TurnCounter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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

    /** What is as it was declared needs nothing from the server, and what is not nothing but itself. */
    @Test
    void nothing_is_tried_out_but_what_is_said_otherwise() throws SQLException {
        Database declared = BigSchema.state(BigSchema.operations(10));
        try (TestDatabase database = TestServers.postgres().create();
                TurnCounter counter = new TurnCounter(database.url());
                Connection connection = DriverManager.getConnection(counter.url())) {
            Database printed = Introspector.create().normalized(connection, declared);
            Table other = printed.objects(Table.class).findFirst().orElseThrow();
            counter.turns();

            assertThat(Introspector.create().normalized(connection, printed, printed))
                    .isEqualTo(printed);
            assertThat(counter.turns()).isEqualTo(2);
            assertThat(Introspector.create().normalized(connection, declared, printed.minus(other.id())))
                    .isEqualTo(printed);
        }
    }

    @Test
    void more_objects_are_tried_out_one_after_the_other() throws SQLException {
        try (TestDatabase database = TestServers.postgres().create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("begin");
            new ServerNormalForm(connection, Introspector.create()::readNow, Database.empty())
                    .of(BigSchema.state(BigSchema.operations(3)));

            assertThatThrownBy(() -> statement.execute("release savepoint varve_try"))
                    .as("a savepoint that is left would hold all later ones")
                    .hasMessageContaining("savepoint \"varve_try\" does not exist");
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
