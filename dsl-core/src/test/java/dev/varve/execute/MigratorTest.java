package dev.varve.execute;

import static dev.varve.dsl.Postgres.irreversible;
import static dev.varve.dsl.Postgres.on;
import static dev.varve.dsl.Postgres.reference;
import static dev.varve.dsl.Postgres.reversedBy;
import static dev.varve.dsl.Postgres.schema;
import static dev.varve.dsl.Postgres.table;
import static dev.varve.dsl.Types.bigint;
import static dev.varve.dsl.Types.integer;
import static dev.varve.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.PlainTable;
import dev.varve.plan.LossAcceptance;
import dev.varve.plan.LossNotAcceptedException;
import dev.varve.plan.PlannedStatement;
import dev.varve.plan.Step;
import dev.varve.revision.HistoryException;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigratorTest {

    private static final PlainTable ORDERS = table("orders").inSchema("trading");

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::postgres);

    @Revision(id = "0001", database = "postgres")
    static final class CreateOrders implements Migration {
        @Override
        public void define(Changes changes) {
            changes.create(
                    schema("trading"),
                    ORDERS.column("id", bigint().primaryKey()).column("note", text()));
        }
    }

    @Revision(id = "0002", database = "postgres", dependsOn = CreateOrders.class)
    static final class IndexOrders implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS)
                    .addColumn("quantity", integer())
                    .addIndex(on("quantity").concurrently())
                    .addColumn("venue", text());
        }
    }

    @Revision(id = "0003", database = "postgres", dependsOn = IndexOrders.class)
    static final class FailInTheMiddle implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS).addColumn("price", integer());
            changes.execute("update trading.orders\nset prize = 1", irreversible("a test"));
            changes.alter(ORDERS).addColumn("fee", integer());
        }
    }

    @Revision(id = "0003_unique", database = "postgres", dependsOn = IndexOrders.class)
    static final class UniqueVenues implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS).addIndex(on("venue").unique().concurrently());
        }
    }

    @Revision(id = "0003_irreversible", database = "postgres", dependsOn = IndexOrders.class)
    static final class Forget implements Migration {
        @Override
        public void define(Changes changes) {
            changes.execute("delete from trading.orders", irreversible("the rows are gone"));
        }
    }

    @Revision(id = "0003_deferred", database = "postgres", dependsOn = IndexOrders.class)
    static final class FailAtCommit implements Migration {
        @Override
        public void define(Changes changes) {
            changes.alter(ORDERS)
                    .addColumn(
                            "parent",
                            bigint().references(reference(ORDERS, "id").deferred()));
            changes.execute("insert into trading.orders (id, parent) values (1, 2)", reversedBy());
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array goes no further
    private static MigratorBuilder migrator(Class<? extends Migration>... migrations) {
        return Migrator.builder().database("postgres", DATABASE.dataSource()).migrations(Arrays.asList(migrations));
    }

    private static String ask(String sql) {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String columns() {
        return ask("select string_agg(attname, ' ' order by attnum) from pg_attribute"
                + " where attrelid = to_regclass('trading.orders') and attnum > 0 and not attisdropped");
    }

    @Test
    void pending_revisions_run_and_are_remembered() {
        assertThat(migrator(CreateOrders.class, IndexOrders.class)
                        .build()
                        .upgrade()
                        .steps())
                .hasSize(2);

        assertThat(columns()).isEqualTo("id note quantity venue");
        assertThat(
                        ask(
                                "select string_agg(concat_ws(' ', id, state, description), ', ' order by ordinal) from varve.revision"))
                .isEqualTo("0001 applied Create orders, 0002 applied Index orders");
        assertThat(migrator(CreateOrders.class, IndexOrders.class)
                        .build()
                        .upgrade()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_dry_run_says_what_would_run_and_changes_nothing() {
        MigratorBuilder builder =
                migrator(CreateOrders.class, IndexOrders.class).dryRun();

        assertThat(builder.build().upgrade().upgradeSql()).startsWith("create schema trading;\ncreate table");
        assertThat(ask("select to_regnamespace('varve') is null and to_regnamespace('trading') is null"))
                .isEqualTo("t");

        migrator(CreateOrders.class).build().upgrade();

        assertThat(builder.build().upgrade().upgradeSql())
                .startsWith("alter table trading.orders add column quantity integer");
        assertThat(builder.build().downgrade("postgres", RevisionTarget.BASE).losses())
                .containsExactly("the rows of trading.orders");
        assertThat(columns()).isEqualTo("id note");
        assertThat(ask("select count(*) from varve.revision")).isEqualTo("1");
    }

    @Test
    void a_downgrade_that_loses_something_needs_agreement_by_name() {
        migrator(CreateOrders.class, IndexOrders.class).build().upgrade();

        assertThatThrownBy(() -> migrator(CreateOrders.class, IndexOrders.class)
                        .build()
                        .downgrade("postgres", new RevisionTarget("0001")))
                .isInstanceOf(LossNotAcceptedException.class)
                .hasMessage("""
                        This would lose:
                          the values of trading.orders.venue
                          the values of trading.orders.quantity
                        Nothing was changed. To accept it, name each loss (--accept-loss "the values of trading.orders.venue"), or all of\
                         them (--accept-loss all).""");
        assertThat(columns()).isEqualTo("id note quantity venue");

        migrator(CreateOrders.class, IndexOrders.class)
                .acceptLoss(new LossAcceptance(Set.of("trading.orders.venue", "the values of trading.orders.quantity")))
                .build()
                .downgrade("postgres", new RevisionTarget("0001"));

        assertThat(columns()).isEqualTo("id note");
        assertThat(ask("select count(*) from varve.revision")).isEqualTo("1");
    }

    @Test
    void an_impossible_way_back_is_found_before_anything_runs() {
        Migrator migrator = migrator(CreateOrders.class, IndexOrders.class, Forget.class)
                .acceptLoss(LossAcceptance.ALL)
                .build();
        migrator.upgrade();

        assertThatThrownBy(() -> migrator.downgrade("postgres", RevisionTarget.BASE))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("There is no way back, so nothing was changed.")
                .hasMessageContaining("the rows are gone");
        assertThat(ask("select count(*) from varve.revision")).isEqualTo("3");
    }

    @Test
    void a_statement_that_fails_is_named_with_its_operation_its_place_and_what_remains() {
        assertThatThrownBy(() -> migrator(CreateOrders.class, IndexOrders.class, FailInTheMiddle.class)
                        .build()
                        .upgrade())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessage("""
                        Revision 0003 (dev.varve.execute.MigratorTest$FailInTheMiddle) of postgres failed at "update trading.orders set prize\
                         = 1":
                            update trading.orders
                            set prize = 1
                                ^
                          ERROR 42703: column "prize" of relation "orders" does not exist
                        Nothing of revision 0003 was applied; 0001, 0002 before it stay applied. Mend the cause and run the same command\
                         again.""");
        assertThat(columns()).isEqualTo("id note quantity venue");
    }

    @Test
    void a_failure_at_the_commit_is_told_from_one_of_a_statement() {
        assertThatThrownBy(() -> migrator(CreateOrders.class, IndexOrders.class, FailAtCommit.class)
                        .build()
                        .upgrade())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("failed when it was committed:\n  ERROR 23503:");
        assertThat(columns()).isEqualTo("id note quantity venue");
    }

    @Test
    void a_unique_index_that_cannot_be_built_leaves_nothing_behind_and_is_built_when_the_rows_are_mended() {
        migrator(CreateOrders.class, IndexOrders.class).build().upgrade();
        DATABASE.get().execute("insert into trading.orders (id, venue) values (1, 'X'), (2, 'X')");

        assertThatThrownBy(() -> migrator(CreateOrders.class, IndexOrders.class, UniqueVenues.class)
                        .build()
                        .upgrade())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("23505");
        assertThat(ask("select count(*) from pg_index where not indisvalid")).isEqualTo("0");

        DATABASE.get().execute("delete from trading.orders where id = 2");
        migrator(CreateOrders.class, IndexOrders.class, UniqueVenues.class)
                .build()
                .upgrade();
        assertThat(ask("select state from varve.revision where id = '0003_unique'"))
                .isEqualTo("applied");
    }

    @Test
    void a_revision_that_was_cut_off_while_an_index_was_built_goes_on_there() {
        migrator(CreateOrders.class).build().upgrade();
        String checksum = ask("select 1");
        DATABASE.get()
                .execute(
                        "alter table trading.orders add column quantity integer",
                        "insert into varve.revision (id, description, parents, checksum, canonical, source_digest, state, segments,"
                                + " segments_done, segment_begun, library) values ('0002', '', '{0001}', '" + checksum
                                + "', '', '', 'applying', 3, 1, true, '')",
                        "create index ix_orders_quantity on trading.orders (quantity)",
                        "update pg_index set indisvalid = false where indexrelid = 'trading.ix_orders_quantity'::regclass");
        List<String> told = new ArrayList<>();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void resumed(Step step, int segmentsDone, int segments) {
                told.add("resumed after " + segmentsDone + " of " + segments);
            }

            @Override
            public void recovering(Step step, PlannedStatement statement, String what) {
                told.add(statement.operation() + " " + what);
            }
        };

        migrator(CreateOrders.class, IndexOrders.class)
                .allowChanged()
                .listener(listener)
                .build()
                .upgrade();

        assertThat(told)
                .containsExactly(
                        "resumed after 1 of 3",
                        "create index trading.ix_orders_quantity concurrently was cut off; removing what it left behind");
        assertThat(columns()).isEqualTo("id note quantity venue");
        assertThat(ask("select indisvalid from pg_index where indexrelid = 'trading.ix_orders_quantity'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void a_revision_that_was_edited_after_it_was_applied_is_refused_with_the_difference() {
        migrator(CreateOrders.class).build().upgrade();
        DATABASE.get()
                .execute("update varve.revision set source_digest = '', checksum = '1:0',"
                        + " canonical = replace(canonical, 'note text', 'remark text')");

        assertThatThrownBy(() -> migrator(CreateOrders.class).build().upgrade())
                .isInstanceOf(EditedRevisionException.class)
                .hasMessageContaining("\n  - create table trading.orders ( id bigint not null, remark text,")
                .hasMessageContaining("\n  + create table trading.orders ( id bigint not null, note text,");

        assertThat(migrator(CreateOrders.class).allowChanged().build().upgrade().isEmpty())
                .isTrue();
        migrator(CreateOrders.class).build().stamp("postgres", new RevisionTarget("0001"));
        assertThat(migrator(CreateOrders.class).build().upgrade().isEmpty()).isTrue();
    }

    @Test
    void fifty_migrators_at_once_do_the_work_once_and_all_end_well() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(() -> migrator(CreateOrders.class, IndexOrders.class)
                        .build()
                        .upgrade()
                        .steps()
                        .size());
            }
            int steps = 0;
            for (Future<Integer> one : threads.invokeAll(all)) {
                steps += one.get();
            }
            assertThat(steps).isEqualTo(2);
        } finally {
            threads.shutdown();
        }
        assertThat(ask("select count(*) from pg_locks where locktype = 'advisory'"
                        + " and database = (select oid from pg_database where datname = current_database())"))
                .isEqualTo("0");
    }

    @Test
    void limits_that_a_role_sets_do_not_apply_and_the_session_is_put_back() throws SQLException {
        DATABASE.get()
                .execute("alter role current_user in database " + DATABASE.get().name()
                        + " set statement_timeout = '777ms'");
        try (Connection pooled = DATABASE.connect()) {
            Migrator migrator = Migrator.builder()
                    .database("postgres", new OneConnection(pooled))
                    .migrations(List.of(CreateOrders.class))
                    .listener(new MigrationListener() {
                        @Override
                        public void stepStarted(Step step) {
                            assertThat(setting(pooled, "statement_timeout")).isEqualTo("0");
                        }
                    })
                    .build();

            migrator.upgrade();

            assertThat(setting(pooled, "statement_timeout")).isEqualTo("777ms");
            assertThat(setting(pooled, "search_path")).isEqualTo("\"$user\", public");
        }
    }

    private static String setting(Connection connection, String name) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_store_of_a_newer_release_is_refused() {
        migrator(CreateOrders.class).build().upgrade();
        DATABASE.get().execute("update varve.store set format = 99, library = '9.9'");

        assertThatThrownBy(() -> migrator(CreateOrders.class).build().upgrade())
                .hasMessageContaining("has format 99, written by release 9.9 of the library")
                .hasMessageContaining("Nothing was changed.");
    }

    @Test
    void a_store_of_another_application_is_refused_and_one_that_is_ahead_is_not() {
        migrator(CreateOrders.class, IndexOrders.class).build().upgrade();

        List<String> ahead = new ArrayList<>();
        migrator(CreateOrders.class)
                .listener(new MigrationListener() {
                    @Override
                    public void databaseAhead(String database, List<String> unknown) {
                        ahead.addAll(unknown);
                    }
                })
                .build()
                .upgrade();
        assertThat(ahead).containsExactly("0002");

        assertThatThrownBy(() -> migrator(Stranger.class).build().upgrade())
                .hasMessageContaining(
                        "belongs to \"dev.varve.execute\" and has revisions that are none of this application's: 0001, 0002")
                .hasMessageContaining("give each a version schema of its own");
    }

    @Revision(id = "a1", database = "postgres")
    static final class Stranger implements Migration {
        @Override
        public void define(Changes changes) {}
    }

    @Test
    void a_check_names_what_was_changed_by_hand() {
        Migrator migrator = migrator(CreateOrders.class).build();
        migrator.upgrade();
        assertThat(migrator.check("postgres").isClean()).isTrue();

        DATABASE.get()
                .execute(
                        "alter table trading.orders drop column note, add column memo integer",
                        "create table trading.notes (id int)");

        assertThat(migrator.check("postgres").findings())
                .extracting(Object::toString)
                .contains(
                        "table trading.notes is not in the history",
                        "column note of table trading.orders is missing",
                        "column memo of table trading.orders is not in the history");
    }
}
