package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.HOURLY_CHUNKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Table;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameColumn;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.ChunkSkipping;
import dev.varve.timescale.model.Compression;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetChunkSkippingTest {

    private static final Table ORDERS = table(
                    "fills",
                    column("traded", "timestamptz").notNull(true),
                    column("order_id", "bigint"),
                    column("seen", "timestamptz"),
                    column("symbol", "text"))
            .with(HOURLY_CHUNKS);
    private static final Table SKIPPED = ORDERS.with(new ChunkSkipping(List.of("order_id")));
    private static final String ROWS = "insert into trading.fills select t, 1, t, 'BTC'"
            + " from generate_series(timestamptz '2025-01-01 00:00+00', '2025-01-01 04:59+00', interval '10 minutes') t";

    private static OperationLaws laws(Operation operation, Table table) {
        return OperationLaws.of(operation).given(SCHEMA, table).onTimescale();
    }

    private static SetChunkSkipping by(String... columns) {
        return new SetChunkSkipping(ORDERS.id(), new ChunkSkipping(List.of(columns)));
    }

    @Test
    void its_sql_switches_the_setting_on_for_the_transaction() {
        Database before = Database.empty().plus(SCHEMA).plus(SKIPPED);

        assertThat(by("seen").statements(before))
                .hasToString(
                        "[set local timescaledb.enable_chunk_skipping = on,"
                                + " select public.disable_chunk_skipping(hypertable => 'trading.fills', column_name => 'order_id'),"
                                + " select public.enable_chunk_skipping(hypertable => 'trading.fills', column_name => 'seen')]");
    }

    @Test
    void columns_come_and_go() {
        laws(by("order_id", "seen"), ORDERS).hold();
        laws(by("seen"), SKIPPED).hold();
        laws(by(), SKIPPED).hold();
    }

    @Test
    void chunks_are_compressed() {
        Table compressed =
                ORDERS.with(Compression.of(List.of("symbol"), List.of()).settled(HOURLY_CHUNKS));
        laws(by("order_id"), compressed)
                .givenRows(ROWS, "select compress_chunk(c) from show_chunks('trading.fills') c")
                .hold();
    }

    @Test
    void a_table_is_created_with_it_and_the_column_renamed() {
        laws(new CreateObject(SKIPPED.named(SKIPPED.name().named("others"))), ORDERS)
                .hold();
        laws(new RenameColumn(ORDERS.id(), "order_id", "ticket"), SKIPPED).hold();
    }

    @Test
    void a_column_without_ranges_is_refused() {
        laws(by("symbol"), ORDERS)
                .areRefusedWith("Chunks of table trading.fills cannot be skipped by column \"symbol\", which is text;"
                        + " TimescaleDB knows ranges of whole numbers and times alone.");
    }
}
