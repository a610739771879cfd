package dev.varve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.diff.Difference;
import dev.varve.diff.Obstacle;
import dev.varve.introspect.Introspection;
import dev.varve.introspect.Introspector;
import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.sql.Statement;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the tests of other tools ask of a difference (EF Core, pg-schema-diff, Atlas): a list of what may happen to a schema, in words of its
 * own, and of publications, of which these know nothing. {@code other-tools.md} beside the resources says what of theirs is not here, and why.
 */
class ScenariosTest {

    static List<Scenario> scenarios() {
        return Stream.of(
                        ColumnScenarios.all(),
                        KeyScenarios.all(),
                        ObjectScenarios.all(),
                        PartitionScenarios.all(),
                        PublicationScenarios.all(),
                        SequenceScenarios.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_difference_says_what_has_to_happen(Scenario scenario) {
        Database from = Scenario.state(scenario.before("s"));
        Database to = Scenario.state(scenario.after("s"));

        Difference difference = Difference.between(from, to);

        assertThat(words(difference)).isEqualTo(scenario.expected());
        assertThat(Difference.between(to, from).obstacles().isEmpty())
                .as("there is a way back if there is one there")
                .isEqualTo(difference.obstacles().isEmpty());
    }

    private static List<String> words(Difference difference) {
        return Stream.concat(
                        difference.operations().stream().map(Operation::description),
                        difference.obstacles().stream().map(Obstacle::toString))
                .toList();
    }

    /** Each in a schema of its own, so that one database and one difference do for all. */
    @Test
    void what_is_said_leads_there_on_a_server() throws SQLException {
        Database from = Scenario.state(all(Scenario::before));
        Database to = Scenario.state(all(Scenario::after));
        try (TestDatabase database = TestServers.postgres().create();
                Connection connection = database.connect()) {
            run(all(Scenario::before), Database.empty(), connection);
            Introspection start = Introspector.create().read(connection);
            Database here = from.on(start.database().environment());
            Database there = to.on(start.database().environment());

            run(Difference.between(here, there).operations(), here, connection);

            assertThat(Difference.between(normal(there, connection), live(connection))
                            .operations())
                    .isEmpty();

            run(Difference.between(there, here).operations(), there, connection);

            assertThat(Difference.between(normal(here, connection), live(connection))
                            .operations())
                    .isEmpty();
        }
    }

    private interface Side {
        List<Operation> of(Scenario scenario, String schema);
    }

    private static List<Operation> all(Side side) {
        List<Scenario> scenarios =
                scenarios().stream().filter(Scenario::isPossible).toList();
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            operations.addAll(side.of(scenarios.get(i), "s" + i));
        }
        return operations;
    }

    private static Database normal(Database declared, Connection connection) {
        return Introspector.create().normalized(connection, declared);
    }

    private static Database live(Connection connection) {
        return Introspector.create().read(connection).database();
    }

    private static void run(List<Operation> operations, Database before, Connection connection) throws SQLException {
        Database state = before;
        try (java.sql.Statement run = connection.createStatement()) {
            for (Operation operation : operations) {
                for (Statement statement : operation.statements(state)) {
                    run.execute(statement.sql().text());
                }
                state = operation.after(state);
            }
        }
    }
}
