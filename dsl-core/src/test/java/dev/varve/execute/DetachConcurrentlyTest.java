package dev.varve.execute;

import static dev.varve.dsl.Postgres.partition;
import static dev.varve.dsl.Postgres.range;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.PartitionSpec;
import dev.varve.dsl.PlainTable;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import dev.varve.revision.Revision;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A partition that was half detached when the run was cut off. */
class DetachConcurrentlyTest {

    private static final PlainTable TRADES = table("trades").inSchema("trading");
    private static final PartitionSpec OLD = partition("old").inSchema("trading");

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "0001", database = "postgres")
    static final class CreateTrades implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(
                    schema("trading"), TRADES.column("day", date().notNull()).partitionBy(range("day")));
            changes.create(OLD.of(TRADES).from("2024-01-01").to("2025-01-01"));
        }
    }

    @Revision(id = "0002", database = "postgres", dependsOn = CreateTrades.class)
    static final class DetachOld implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(TRADES).detachPartitionConcurrently(OLD);
        }
    }

    private final List<String> told = new ArrayList<>();

    private void upgrade(List<Class<? extends Migration>> migrations) {
        Migrator.builder()
                .database("postgres", DATABASE.dataSource())
                .migrations(migrations)
                .listener(new MigrationListener() {
                    @Override
                    public void recovering(Step step, PlannedStatement statement, String what) {
                        told.add(what);
                    }
                })
                .build()
                .upgrade();
    }

    @Test
    void is_detached_by_the_next_run() throws SQLException {
        upgrade(List.of(CreateTrades.class, DetachOld.class));
        asIfCutOff();

        upgrade(List.of(CreateTrades.class, DetachOld.class));

        assertThat(told).containsExactly("was cut off; removing what it left behind");
        try (Connection connection = DATABASE.connect()) {
            assertThat(number(connection, "select count(*) from pg_inherits where inhrelid = 'trading.old'::regclass"))
                    .isZero();
            assertThat(number(
                            connection,
                            "select count(*) from pg_constraint where conrelid = 'trading.old'::regclass"
                                    + " and contype = 'c'"))
                    .isZero();
        }
    }

    private static void asIfCutOff() throws SQLException {
        DATABASE.get()
                .execute(
                        "alter table trading.trades attach partition trading.old for values from ('2024-01-01') to ('2025-01-01')",
                        "update varve.revision set state = 'applying', segments_done = 0, segment_begun = true where id = '0002'");
        detachHalf();
    }

    /** Whoever reads the table keeps the second half of it waiting, until it is cut off. */
    private static void detachHalf() throws SQLException {
        try (Connection reader = DATABASE.connect();
                Connection detaching = DATABASE.connect();
                Statement reading = reader.createStatement();
                Statement statement = detaching.createStatement()) {
            reading.execute("begin");
            reading.execute("select from trading.trades");
            statement.execute("set statement_timeout = '500ms'");
            assertThatThrownBy(() ->
                            statement.execute("alter table trading.trades detach partition trading.old concurrently"))
                    .hasMessageContaining("timeout");
            assertThat(number(detaching, "select count(*) from pg_inherits where inhdetachpending"))
                    .isOne();
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
