package dev.varve.timescale.operation;

import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.segmentBy;
import static dev.varve.timescale.Timescale.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.execute.ExecutionException;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import dev.varve.model.Extension;
import dev.varve.operation.UpdateExtension;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestDatabase;
import dev.varve.testing.TestServer;
import dev.varve.testing.TestServers;
import dev.varve.timescale.MarketStory;
import dev.varve.timescale.MarketStoryRevisions;
import dev.varve.timescale.model.TimescaleVersion;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * TimescaleDB is brought to the version that the server prefers. Where that is the only one installed nothing changes; but TimescaleDB
 * refuses even that anywhere but at the beginning of a session.
 */
class UpdateTimescaleTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale, "create extension timescaledb");

    @Revision(id = "0001", database = "market")
    static final class Begin implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(extension("timescaledb"));
        }
    }

    @Revision(id = "0002", database = "market", dependsOn = Begin.class)
    static final class Update implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(extension("timescaledb")).update();
        }
    }

    @Revision(id = "0003", database = "market", dependsOn = MarketStoryRevisions.Trades.class)
    static final class UpdateMarket implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(extension("timescaledb")).update();
        }
    }

    /** What only the newer version may have. */
    @Revision(id = "0004", database = "market", dependsOn = UpdateMarket.class)
    static final class GoOn implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(table("trades").inSchema("market_data"))
                    .compress(
                            segmentBy("symbol").orderBy("timestamp", "trade_id").bloom("price"));
        }
    }

    private static Migrator migrator(DataSource source) {
        return Migrator.builder()
                .database("market", source)
                .migrations(List.of(Begin.class, Update.class))
                .build();
    }

    @Test
    void it_keeps_the_laws() {
        OperationLaws.of(new UpdateExtension(Extension.id("timescaledb"), Optional.empty()))
                .onTimescale()
                .hold();
    }

    @Test
    void anywhere_else_the_server_refuses_it() {
        assertThatThrownBy(() -> DATABASE.get().execute("select 1", "alter extension timescaledb update"))
                .hasStackTraceContaining("cannot be updated after the old version has already been loaded");
    }

    @Test
    void a_migrator_runs_it_in_a_session_of_its_own() {
        Migrator migrator = migrator(DATABASE.dataSource());
        migrator.stamp("market", new RevisionTarget("0001"));

        assertThat(migrator.upgrade().steps()).hasSize(1);
        assertThat(migrator.check("market").findings()).isEmpty();
        assertThat(migrator.status("market").pending()).isEmpty();
    }

    @Test
    void a_source_that_gives_no_such_session_is_told_what_to_do() {
        DataSource driver = DATABASE.dataSource();
        DataSource pool = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) ->
                        method.getName().equals("isWrapperFor") ? (Object) false : method.invoke(driver, arguments));
        Migrator migrator = migrator(pool);
        migrator.stamp("market", new RevisionTarget("0001"));

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("must be the first statement of a session")
                .hasMessageContaining("psql -X");
    }

    /** The versions that are installed beside the one that the server prefers and older than it, the oldest first. */
    private static List<TimescaleVersion> older(TestServer server) {
        TimescaleVersion preferred =
                TimescaleVersion.of(server.extensionVersion("timescaledb").orElseThrow());
        return server.extensionVersions("timescaledb").stream()
                .map(TimescaleVersion::of)
                .filter(version -> version.compareTo(preferred) < 0)
                .sorted()
                .toList();
    }

    private static String installed(TestServer server, TimescaleVersion version) {
        return server.extensionVersions("timescaledb").stream()
                .filter(text -> TimescaleVersion.of(text).equals(version))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_an_older_version_made_is_read_the_same_by_the_newer_one_and_the_run_goes_on() {
        TestServer server = TestServers.timescale(22);
        List<TimescaleVersion> older = older(server);
        Assumptions.assumeFalse(
                older.isEmpty(), "no older version of TimescaleDB is installed beside the preferred one");

        for (TimescaleVersion version : new TreeSet<>(List.of(older.get(0), older.get(older.size() - 1)))) {
            try (TestDatabase database = server.create()) {
                database.execute(
                        "create extension timescaledb version '" + installed(server, version) + "'",
                        "create schema market_data");
                Migrator migrator = MarketStoryRevisions.migrator(
                        database.dataSource(), new MigrationListener() {}, List.of(UpdateMarket.class, GoOn.class));
                migrator.stamp("market", new RevisionTarget("0001"));
                migrator.upgrade("market", new RevisionTarget("0002"));
                database.execute(MarketStory.TRADES_OF_TWO_DAYS);
                assertThat(migrator.check("market").findings())
                        .as("%s", version)
                        .isEmpty();

                assertThat(migrator.upgrade().steps()).as("%s", version).hasSize(2);

                assertThat(migrator.check("market").findings())
                        .as("%s, updated", version)
                        .isEmpty();
                assertThat(database.ask("select extversion from pg_extension where extname = 'timescaledb'"))
                        .isEqualTo(server.extensionVersion("timescaledb").orElseThrow());
            }
        }
    }
}
