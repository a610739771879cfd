package dev.varve.operation;

import static dev.varve.testing.Trading.INSTRUMENTS;
import static dev.varve.testing.Trading.ORDERS;
import static dev.varve.testing.Trading.ORDERS_BY_TIME;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.SIDE;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.name;
import static dev.varve.testing.Trading.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.Database;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.sql.Recovery;
import dev.varve.sql.Statement;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateIndexConcurrentlyTest {

    @Test
    void an_index_is_built_outside_a_transaction() {
        Statement statement = new CreateIndexConcurrently(ORDERS_BY_TIME)
                .statements(Database.empty())
                .get(0);

        assertThat(statement)
                .hasToString("create index concurrently ix_orders_time on trading.orders (placed_at desc)");
        assertThat(statement.transactional()).isFalse();
    }

    @Test
    void an_index_of_a_table() {
        OperationLaws.of(new CreateIndexConcurrently(ORDERS_BY_TIME))
                .given(SCHEMA, SIDE, INSTRUMENTS, ORDERS)
                .hold();
    }

    @Test
    void a_unique_index_that_is_cut_off_is_broken_until_it_is_cleaned_up() throws SQLException {
        Index index = new Index(
                name("Odd ux"),
                table("t").id(),
                true,
                "btree",
                List.of(IndexKey.column("a")),
                List.of(),
                Optional.empty());
        Statement build =
                new CreateIndexConcurrently(index).statements(Database.empty()).get(0);
        Recovery recovery = build.recovery().orElseThrow();
        try (var database = TestServers.postgres().create();
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create schema trading");
            statement.execute("create table trading.t (a int)");
            statement.execute("insert into trading.t values (1), (1)");
            assertThat(answer(statement, recovery)).isEqualTo("ABSENT");
            assertThatThrownBy(() -> statement.execute(build.sql().text())).hasMessageContaining("duplicate");
            assertThat(answer(statement, recovery)).isEqualTo("BROKEN");
            statement.execute(recovery.cleanup().text());
            assertThat(answer(statement, recovery)).isEqualTo("ABSENT");
            statement.execute("truncate trading.t");
            statement.execute(build.sql().text());
            assertThat(answer(statement, recovery)).isEqualTo("DONE");
            statement.execute("drop index trading.\"Odd ux\"; create table trading.\"Odd ux\" ()");
            assertThat(answer(statement, recovery)).isEqualTo("The name is taken by something that is no index.");
        }
    }

    private static String answer(java.sql.Statement statement, Recovery recovery) throws SQLException {
        try (var result = statement.executeQuery(recovery.probe().text())) {
            result.next();
            return result.getString(1);
        }
    }
}
