package dev.varve.execute;

import static dev.varve.execute.Databases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManyDatabasesTest {

    @RegisterExtension
    static final FreshDatabase FIRST = FreshDatabase.on(TestServers::postgres);

    @RegisterExtension
    static final FreshDatabase SECOND = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "a1", database = "first")
    static final class BeginFirst implements Migration {
        @Override
        public void define(Changes changes) {}
    }

    @Revision(id = "b1", database = "second", dependsOn = BeginFirst.class)
    static final class BeginSecond implements Migration {
        @Override
        public void define(Changes changes) {}
    }

    @Revision(
            id = "a2",
            database = "first",
            dependsOn = {BeginFirst.class, BeginSecond.class})
    static final class EndFirst implements Migration {
        @Override
        public void define(Changes changes) {}
    }

    private static MigratorBuilder migrator(List<Class<? extends Migration>> migrations) {
        return Migrator.builder()
                .database("first", FIRST.dataSource())
                .database("second", SECOND.dataSource())
                .migrations(migrations);
    }

    @Test
    void a_database_that_comes_to_be_concerned_while_another_migrator_works_is_locked_too() throws SQLException {
        migrator(List.of(BeginFirst.class, BeginSecond.class)).build().upgrade();
        try (Connection other = FIRST.connect()) {
            ask(other, "select pg_advisory_lock(" + MigrationLock.key("varve") + ")");
            Migrator migrator = migrator(List.of(BeginFirst.class, BeginSecond.class, EndFirst.class))
                    .listener(new MigrationListener() {
                        @Override
                        public void waitingForMigrator(String database, String holder) {
                            SECOND.get().execute("delete from varve.revision");
                            ask(other, "select pg_advisory_unlock(" + MigrationLock.key("varve") + ")");
                        }
                    })
                    .build();

            assertThat(migrator.upgrade().steps())
                    .extracting(step -> step.revision().id())
                    .containsExactly("b1", "a2");
        }
    }
}
