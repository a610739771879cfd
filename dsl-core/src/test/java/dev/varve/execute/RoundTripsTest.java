package dev.varve.execute;

import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.PlainTable;
import dev.varve.plan.Step;
import dev.varve.revision.Revision;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import dev.varve.testing.TurnCounter;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoundTripsTest {

    private static final int TABLES = 400;

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "0001", database = "postgres")
    static final class Begin implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(schema("s"));
        }
    }

    @Revision(id = "0002", database = "postgres", dependsOn = Begin.class)
    static final class CreateManyTables implements Migration {
        @Override
        public void define(Changes changes) {
            for (int i = 0; i < TABLES; i++) {
                PlainTable table = table("t" + i).inSchema("s");
                changes.create(
                        table.column("id", bigint().primaryKey()).column("note", text().comment("line 1\nline 2")));
            }
        }
    }

    @Revision(id = "0003", database = "postgres", dependsOn = CreateManyTables.class)
    static final class FailAfterManyStatements implements Migration {
        @Override
        public void define(Changes changes) {
            for (int i = 0; i < TABLES; i++) {
                changes.alter(table("t" + i).inSchema("s"))
                        .addColumn("a", text())
                        .commentOnColumn("a", "it's\n$$ a $varve$ comment");
            }
            changes.alter(table("t7").inSchema("s")).addCheck("impossible", "1 / (id - id) > 0");
        }
    }

    private static Migrator migrator(
            Connection connection, MigrationListener listener, List<Class<? extends Migration>> migrations) {
        return Migrator.builder()
                .database("postgres", new OneConnection(connection))
                .migrations(migrations)
                .listener(listener)
                .build();
    }

    @Test
    void a_revision_of_hundreds_of_statements_takes_one_round_trip() throws SQLException, IOException {
        try (TurnCounter counter = new TurnCounter(DATABASE.url());
                Connection connection = DriverManager.getConnection(counter.url())) {
            List<Integer> trips = new ArrayList<>();
            MigrationListener counting = new MigrationListener() {
                @Override
                public void stepStarted(Step step) {
                    counter.turns();
                }

                @Override
                public void stepFinished(Step step, Duration duration) {
                    trips.add(counter.turns());
                }
            };

            migrator(connection, counting, List.of(Begin.class, CreateManyTables.class))
                    .upgrade();

            assertThat(trips).containsExactly(1, 1);
        }
    }

    @Test
    void a_start_with_nothing_to_do_is_one_round_trip_and_takes_no_lock() throws SQLException, IOException {
        try (TurnCounter counter = new TurnCounter(DATABASE.url());
                Connection connection = DriverManager.getConnection(counter.url())) {
            migrator(connection, MigrationListener.SILENT, List.of(Begin.class)).upgrade();
            Migrator migrator = migrator(connection, MigrationListener.SILENT, List.of(Begin.class));
            counter.turns();

            migrator.upgrade();

            assertThat(counter.turns()).isEqualTo(1);
        }
    }

    @Test
    void an_error_after_hundreds_of_statements_names_the_one_that_failed() throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            migrator(connection, MigrationListener.SILENT, List.of(Begin.class, CreateManyTables.class))
                    .upgrade();
            DATABASE.get().execute("insert into s.t7 values (1, '')");

            assertThatThrownBy(() -> migrator(
                                    connection,
                                    MigrationListener.SILENT,
                                    List.of(Begin.class, CreateManyTables.class, FailAfterManyStatements.class))
                            .upgrade())
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("failed at \"add constraint impossible to s.t7\":\n"
                            + "    alter table s.t7 add constraint impossible check (1 / (id - id) > 0)\n"
                            + "  ERROR 22012: division by zero");
        }
    }
}
