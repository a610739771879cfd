package dev.varve.execute;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.execute.Databases.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.PlainTable;
import dev.varve.plan.Step;
import dev.varve.revision.Revision;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionRunnerTest {

    private static final PlainTable ORDERS = table("orders").inSchema("trading");

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "0001", database = "postgres")
    static final class CreateOrders implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(
                    schema("trading"),
                    ORDERS.column("id", bigint().primaryKey()),
                    table("other").inSchema("trading").column("id", bigint()));
        }
    }

    @Revision(id = "0002", database = "postgres", dependsOn = CreateOrders.class)
    static final class AddPrice implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS).addColumn("price", bigint());
        }
    }

    @Revision(id = "0003", database = "postgres", dependsOn = AddPrice.class)
    static final class AddFee implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS).addColumn("fee", bigint());
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array goes no further
    private static MigratorBuilder migrator(Class<? extends Migration>... migrations) {
        return Migrator.builder().database("postgres", DATABASE.dataSource()).migrations(List.of(migrations));
    }

    @Test
    void from_the_second_attempt_on_only_those_are_named_who_are_in_the_way() throws SQLException {
        migrator(CreateOrders.class).build().upgrade();
        try (Connection reader = inTransaction("select count(*) from trading.orders");
                Connection bystander = inTransaction("select count(*) from trading.other")) {
            List<String> holders = new ArrayList<>();

            migrator(CreateOrders.class, AddPrice.class)
                    .listener(new MigrationListener() {
                        @Override
                        public void waitingForLock(Step step, int attempt, String who) {
                            holders.add(who);
                            if (attempt == 3) {
                                end(reader);
                            }
                        }
                    })
                    .build()
                    .upgrade();

            assertThat(holders).hasSize(3);
            assertThat(holders.get(2))
                    .startsWith("pid ")
                    .contains("idle in transaction", "select count(*) from trading.orders")
                    .doesNotContain("trading.other");
            assertThat(bystander.isClosed()).isFalse();
        }
    }

    @Test
    void a_pool_that_has_no_second_connection_does_without_knowing_who_is_in_the_way() throws SQLException {
        migrator(CreateOrders.class).build().upgrade();
        try (Connection reader = inTransaction("select count(*) from trading.orders");
                Connection only = DATABASE.connect()) {
            Migrator migrator = Migrator.builder()
                    .database("postgres", new StrictPool(only))
                    .migrations(List.of(CreateOrders.class, AddPrice.class))
                    .listener(new MigrationListener() {
                        @Override
                        public void waitingForLock(Step step, int attempt, String who) {
                            if (attempt == 2) {
                                end(reader);
                            }
                        }
                    })
                    .build();

            assertThat(migrator.upgrade().steps()).hasSize(1);
        }
    }

    @Test
    void a_session_that_is_ended_between_two_revisions_leaves_the_first_and_the_next_run_does_the_second()
            throws SQLException {
        migrator(CreateOrders.class).build().upgrade();
        try (Connection other = DATABASE.connect()) {
            assertThatThrownBy(() -> migrator(CreateOrders.class, AddPrice.class, AddFee.class)
                            .listener(new MigrationListener() {
                                @Override
                                public void stepStarted(Step step) {
                                    if (step.revision().id().equals("0003")) {
                                        endMigrator(other);
                                    }
                                }
                            })
                            .build()
                            .upgrade())
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("0002 before it stays applied");

            assertThat(ask(other, "select string_agg(id, ' ' order by ordinal) from varve.revision"))
                    .isEqualTo("0001 0002");
            assertThat(migrator(CreateOrders.class, AddPrice.class, AddFee.class)
                            .build()
                            .upgrade()
                            .steps())
                    .extracting(step -> step.revision().id())
                    .containsExactly("0003");
        }
    }

    private static void endMigrator(Connection other) {
        ask(
                other,
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name like 'varve %'"
                        + " and datname = current_database()");
    }

    private static Connection inTransaction(String query) throws SQLException {
        Connection connection = DATABASE.connect();
        connection.setAutoCommit(false);
        ask(connection, query);
        return connection;
    }

    private static void end(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
