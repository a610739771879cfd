package dev.varve.execute;

import static dev.varve.execute.Databases.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VersionStoreTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(
            TestServers::postgres,
            "do $$ begin create role varve_guest; exception when duplicate_object then null; end $$");

    @Revision(id = "0001", database = "postgres")
    static final class Nothing implements Migration {
        @Override
        public void define(Changes changes) {}
    }

    private static MigratorBuilder migrator() {
        return Migrator.builder().database("postgres", DATABASE.dataSource()).migrations(List.of(Nothing.class));
    }

    @Test
    void a_schema_that_is_ready_is_all_that_a_role_without_rights_needs() throws SQLException {
        DATABASE.get()
                .execute(
                        "revoke create on database " + DATABASE.get().name() + " from public",
                        "create schema \"Our Versions\" authorization varve_guest");
        try (Connection connection = DATABASE.connect()) {
            ask(connection, "select set_config('role', 'varve_guest', false)");

            Migrator.builder()
                    .database("postgres", new StrictPool(connection))
                    .migrations(List.of(Nothing.class))
                    .versionSchema("Our Versions")
                    .build()
                    .upgrade();

            assertThat(ask(connection, "select id from \"Our Versions\".revision"))
                    .isEqualTo("0001");
        }
    }

    @Test
    void a_publication_of_all_tables_does_not_keep_the_store_from_changing() {
        migrator().build().upgrade();
        DATABASE.get().execute("create publication everything for all tables");
        Migrator migrator = migrator().build();

        migrator.downgrade("postgres", RevisionTarget.BASE);
        migrator.upgrade();

        assertThat(migrator.check("postgres").findings()).hasSize(1);
    }

    @Test
    void a_store_of_which_a_part_is_missing_is_not_taken_for_none() {
        migrator().build().upgrade();
        DATABASE.get().execute("drop table varve.revision");

        assertThatThrownBy(() -> migrator().build().upgrade())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("relation \"store\" already exists");
    }

    @Test
    void many_stores_in_one_database_are_made_at_once() throws Exception {
        int count = 20;
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String schema = "v" + i % 4;
                all.add(() -> migrator()
                        .versionSchema(schema)
                        .build()
                        .upgrade()
                        .steps()
                        .size());
            }
            int steps = 0;
            for (Future<Integer> one : threads.invokeAll(all)) {
                steps += one.get();
            }
            assertThat(steps).isEqualTo(4);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void two_names_for_one_database_are_refused_instead_of_waiting_for_each_other() {
        assertThatThrownBy(() -> Migrator.builder()
                        .database("first", DATABASE.dataSource())
                        .database("second", DATABASE.dataSource())
                        .migrations(List.of(First.class, Second.class))
                        .build()
                        .upgrade())
                .isInstanceOf(ExecutionException.class)
                .hasMessageStartingWith(
                        "Two of the databases are the same database of the same server. Nothing was changed.");
    }

    @Revision(id = "0001", database = "first")
    static final class First implements Migration {
        @Override
        public void define(Changes changes) {}
    }

    @Revision(id = "0001", database = "second", dependsOn = First.class)
    static final class Second implements Migration {
        @Override
        public void define(Changes changes) {}
    }

    @Test
    void fifty_migrators_with_nothing_to_do_take_no_lock() throws Exception {
        migrator().build().upgrade();
        try (Connection keeper = DATABASE.connect()) {
            ask(keeper, "select pg_advisory_lock(" + MigrationLock.key("varve") + ")"); // whoever asks for it waits
            ExecutorService threads = Executors.newFixedThreadPool(50);
            try {
                List<Callable<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    all.add(() -> migrator().build().upgrade().isEmpty());
                }
                for (Future<Boolean> one : threads.invokeAll(all)) {
                    assertThat(one.get()).isTrue();
                }
            } finally {
                threads.shutdown();
            }
        }
    }
}
