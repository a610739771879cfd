package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.ORDERS_BY_TIME;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.sql.Expression;
import dev.varve.sql.Recovery;
import dev.varve.sql.Statement;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddEnumValueTest {

    private static AddEnumValue adding(String value) {
        return new AddEnumValue(SIDE.id(), value, AddEnumValue.Place.LAST);
    }

    @Test
    void it_runs_outside_a_transaction() {
        Statement statement = adding("it's").statements(Database.empty()).get(0);

        assertThat(statement).hasToString("alter type trading.side add value 'it''s'");
        assertThat(statement.transactional()).isFalse();
    }

    @Test
    void a_value_at_the_end_or_before_another() {
        OperationLaws.of(adding("it's")).given(SCHEMA, SIDE).hold();
        OperationLaws.of(new AddEnumValue(SIDE.id(), "SHORT", AddEnumValue.Place.before("SELL")))
                .given(SCHEMA, SIDE)
                .hold();
    }

    @Test
    void a_value_of_an_enum_that_a_table_uses() {
        OperationLaws.of(adding("SHORT"))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS, ORDERS_BY_TIME)
                .hold();
    }

    @Test
    void the_value_can_be_used_right_after() {
        OperationLaws.of(new SetDefault(ORDERS.id(), "side", Optional.of(new Expression("'SHORT'"))))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .given(adding("SHORT"))
                .hold();
    }

    @Test
    void the_probe_finds_out_whether_it_ran() throws SQLException {
        try (var database = TestServers.postgres().create();
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create schema trading");
            statement.execute("create type trading.side as enum ('BUY')");
            Recovery recovery =
                    adding("BUY").statements(Database.empty()).get(0).recovery().orElseThrow();
            Recovery other = adding("SELL")
                    .statements(Database.empty())
                    .get(0)
                    .recovery()
                    .orElseThrow();

            assertThat(answer(statement, recovery)).isEqualTo("DONE");
            assertThat(answer(statement, other)).isEqualTo("ABSENT");
        }
    }

    private static String answer(java.sql.Statement statement, Recovery recovery) throws SQLException {
        statement.execute(recovery.cleanup().text());
        try (var result = statement.executeQuery(recovery.probe().text())) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void a_value_that_is_there_is_refused() {
        OperationLaws.of(adding("BUY"))
                .given(SCHEMA, SIDE)
                .areRefusedWith("The enum type trading.side has a value twice: [BUY, SELL, BUY].");
    }

    @Test
    void a_place_that_is_not_there_is_refused() {
        OperationLaws.of(new AddEnumValue(SIDE.id(), "X", AddEnumValue.Place.before("SEL")))
                .given(SCHEMA, SIDE)
                .areRefusedWith("The enum type trading.side has no value 'SEL'; it has [BUY, SELL].");
    }
}
