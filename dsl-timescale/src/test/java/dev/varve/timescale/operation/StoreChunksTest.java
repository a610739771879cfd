package dev.varve.timescale.operation;

import static dev.varve.dsl.Types.integer;
import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.PLAIN_TICKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.MarketStory.TRADES_OF_TWO_DAYS;
import static dev.varve.timescale.Timescale.by;
import static dev.varve.timescale.Timescale.continuousAggregate;
import static dev.varve.timescale.Timescale.desc;
import static dev.varve.timescale.Timescale.extension;
import static dev.varve.timescale.Timescale.function;
import static dev.varve.timescale.Timescale.old;
import static dev.varve.timescale.Timescale.schema;
import static dev.varve.timescale.Timescale.segmentBy;
import static dev.varve.timescale.Timescale.table;
import static dev.varve.timescale.Timescale.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.Changes;
import dev.varve.dsl.FunctionSpec;
import dev.varve.dsl.Migration;
import dev.varve.execute.MigrationListener;
import dev.varve.execute.Migrator;
import dev.varve.model.Database;
import dev.varve.model.Environment;
import dev.varve.model.SchemaObject;
import dev.varve.model.Table;
import dev.varve.revision.Revision;
import dev.varve.revision.RevisionTarget;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.OperationLaws;
import dev.varve.testing.TestServers;
import dev.varve.timescale.MarketStoryRevisions;
import dev.varve.timescale.internal.TimescaleModule;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.ChunkStore;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.IntegerSpan;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.TimescaleEdition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreChunksTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(TestServers::timescale);

    private static final Table COMPRESSED = TICKS.with(BY_SYMBOL);
    private static final String COMPRESS_ALL = "select compress_chunk(c) from show_chunks('trading.ticks') c";
    private static final StoreChunks COMPRESSING =
            new StoreChunks(TICKS.id(), ChunkStore.COLUMNSTORE, Optional.of(Age.of(days(7))));
    private static final StoreChunks DECOMPRESSING = new StoreChunks(TICKS.id(), ChunkStore.ROWSTORE, Optional.empty());

    private static OperationLaws laws(StoreChunks operation, SchemaObject... objects) {
        return OperationLaws.of(operation).onTimescale().given(SCHEMA).given(objects);
    }

    @Test
    void it_changes_no_schema() {
        laws(COMPRESSING, COMPRESSED).givenRows(ROWS).hold();
        laws(DECOMPRESSING, COMPRESSED).givenRows(ROWS, COMPRESS_ALL).hold();
    }

    @Test
    void chunks_are_chosen_by_their_creation() {
        laws(new StoreChunks(TICKS.id(), ChunkStore.COLUMNSTORE, Optional.of(Age.sinceCreation(days(7)))), COMPRESSED)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void what_an_aggregate_stores_is_compressed_too() {
        ContinuousAggregate hours = HOURLY.with(Compression.of(List.of("symbol"), List.of(OrderKey.desc("bucket"))));
        laws(new StoreChunks(HOURLY.id(), ChunkStore.COLUMNSTORE, Optional.of(Age.of(days(7)))), TICKS, hours)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void a_table_that_is_no_hypertable_is_refused() {
        laws(COMPRESSING, PLAIN_TICKS)
                .areRefusedWith(
                        "The table trading.ticks is not a hypertable. Make it one first, with hypertable(by(\"...\").every(...)).");
    }

    @Test
    void a_hypertable_without_compression_is_refused() {
        laws(COMPRESSING, TICKS)
                .areRefusedBeforehandWith(
                        "The chunks of table trading.ticks cannot be compressed, because its compression is not set up."
                                + " Say compress(segmentBy(...)) before.");
        laws(DECOMPRESSING, TICKS)
                .areRefusedBeforehandWith(
                        "The chunks of table trading.ticks cannot be decompressed, because its compression is not set up."
                                + " Say compress(segmentBy(...)) before.");
    }

    @Test
    void an_age_of_another_kind_is_refused() {
        laws(new StoreChunks(TICKS.id(), ChunkStore.COLUMNSTORE, Optional.of(Age.of(new IntegerSpan(7)))), COMPRESSED)
                .areRefusedBeforehandWith(
                        "The compression of chunks after 7 does not fit table trading.ticks, which is cut every 1 hour."
                                + " Where time is a whole number, so is an age; elsewhere it is an interval.");
    }

    @Test
    void a_plain_postgresql_is_sent_nothing() {
        Database plain = Database.empty()
                .on(TimescaleEdition.plain(Environment.NEWEST))
                .plus(SCHEMA)
                .plus(COMPRESSED);

        assertThat(COMPRESSING.statements(plain)).isEmpty();
        assertThat(COMPRESSING.after(plain)).isEqualTo(plain);
        assertThat(new TimescaleModule().skipped(COMPRESSING, plain))
                .containsExactly("compress the chunks of trading.ticks after 7 days");
    }

    @Test
    void chunks_are_compressed_and_decompressed_and_keep_their_rows() throws SQLException {
        Migrator migrator = MarketStoryRevisions.migrator(
                DATABASE.dataSource(), MigrationListener.SILENT, List.of(CompressOld.class, DecompressAll.class));
        migrator.upgrade(new RevisionTarget("0002"));
        DATABASE.get()
                .execute(
                        TRADES_OF_TWO_DAYS,
                        "insert into market_data.trades values (now(), 'SYM1', 1, 1, 1)",
                        "call refresh_continuous_aggregate('market_data.hourly_trades', null, null)");

        migrator.upgrade(new RevisionTarget("0003"));
        assertThat(stored("trades")).isEqualTo("48 of 49");
        assertThat(stored("_materialized%")).isEqualTo("5 of 6");
        assertThat(ask("select count(*) from market_data.trades")).isEqualTo("8641");

        migrator.upgrade();
        assertThat(stored("trades")).isEqualTo("0 of 49");
        assertThat(stored("_materialized%")).isEqualTo("0 of 6");
        assertThat(ask("select count(*) from market_data.trades")).isEqualTo("8641");

        migrator.downgrade(new RevisionTarget("0003"));
        assertThat(stored("trades")).isEqualTo("0 of 49");
    }

    @Test
    void where_time_is_a_whole_number_its_clock_tells_what_is_old() throws SQLException {
        Migrator migrator = Migrator.builder()
                .database("market", DATABASE.dataSource())
                .migrations(List.of(CreateSteps.class, CompressOldSteps.class))
                .build();
        migrator.upgrade(new RevisionTarget("0001"));
        DATABASE.get().execute("insert into steps.steps select generate_series(1, 5000)");

        migrator.upgrade();
        assertThat(stored("steps")).isEqualTo("3 of 6");
    }

    private static String stored(String table) throws SQLException {
        return ask("select count(*) filter (where is_compressed) || ' of ' || count(*)"
                + " from timescaledb_information.chunks where hypertable_name like '" + table + "'");
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = DATABASE.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @Revision(id = "0003", database = "market", dependsOn = MarketStoryRevisions.Trades.class)
    static final class CompressOld implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(table("trades").inSchema("market_data")).compressChunks(old(days(7)));
            changes.alter(continuousAggregate("hourly_trades").inSchema("market_data"))
                    .compress(segmentBy("symbol").orderBy(desc("bucket")))
                    .compressChunks(old(days(7)));
        }
    }

    @Revision(id = "0004", database = "market", dependsOn = CompressOld.class)
    static final class DecompressAll implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(table("trades").inSchema("market_data")).decompressChunks();
            changes.alter(continuousAggregate("hourly_trades").inSchema("market_data"))
                    .decompressChunks();
        }
    }

    @Revision(id = "0001", database = "market")
    static final class CreateSteps implements Migration {

        @Override
        public void define(Changes changes) {
            changes.create(extension("timescaledb"), schema("steps"));
            FunctionSpec clock = function("clock").inSchema("steps");
            changes.create(clock.returns(integer()).language("sql").stable().body("select 10000"));
            changes.create(table("steps")
                    .inSchema("steps")
                    .column("step", integer().notNull())
                    .hypertable(by("step").every(1000).now(clock.id().name()))
                    .compress(segmentBy()));
        }
    }

    @Revision(id = "0002", database = "market", dependsOn = CreateSteps.class)
    static final class CompressOldSteps implements Migration {

        @Override
        public void define(Changes changes) {
            changes.alter(table("steps").inSchema("steps")).compressChunks(old(units(7000)));
        }
    }
}
