package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.SparseIndex;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetCompressionTest {

    private static final String COMPRESS_ALL = "select compress_chunk(c) from show_chunks('trading.ticks') c";

    private static OperationLaws laws(Compression compression) {
        return OperationLaws.of(new SetCompression(TICKS.id(), compression)).onTimescale();
    }

    @Test
    void its_sql_says_everything() {
        Database before = Database.empty().plus(SCHEMA).plus(TICKS);

        assertThat(new SetCompression(TICKS.id(), BY_SYMBOL).statements(before))
                .hasToString("[alter table trading.ticks set (timescaledb.compress = true,"
                        + " timescaledb.compress_segmentby = 'symbol', timescaledb.compress_orderby = 'traded desc')]");
    }

    @Test
    void it_is_enabled() {
        laws(BY_SYMBOL).given(SCHEMA, TICKS).givenRows(ROWS).hold();
    }

    @Test
    void without_segments_and_ordered_by_time_alone() {
        laws(Compression.of(List.of(), List.of())).given(SCHEMA, TICKS).hold();
    }

    @Test
    void the_time_column_orders_last_where_it_is_not_said() {
        laws(Compression.of(List.of("symbol"), List.of(new OrderKey("price", true, false), OrderKey.asc("note"))))
                .given(SCHEMA, TICKS)
                .hold();
    }

    @Test
    void it_is_changed_while_chunks_are_compressed() {
        laws(Compression.of(List.of("symbol", "note"), List.of(OrderKey.asc("traded"))))
                .given(SCHEMA, FULL_TICKS)
                .givenRows(ROWS, COMPRESS_ALL)
                .hold();
    }

    @Test
    void it_is_left_to_timescale() {
        laws(new Compression(Optional.empty(), Optional.empty()))
                .given(SCHEMA, TICKS)
                .hold();
        laws(new Compression(Optional.empty(), Optional.empty()))
                .given(SCHEMA, FULL_TICKS)
                .hold();
    }

    @Test
    void every_order_of_nulls_is_kept() {
        laws(Compression.of(
                        List.of(),
                        List.of(
                                new OrderKey("symbol", false, true),
                                new OrderKey("price", true, false),
                                new OrderKey("note", true, true),
                                OrderKey.asc("traded"))))
                .given(SCHEMA, TICKS)
                .hold();
    }

    @Test
    void chunks_are_merged_when_they_are_compressed() {
        laws(BY_SYMBOL.merging(hours(4)))
                .given(SCHEMA, FULL_TICKS)
                .givenRows(ROWS)
                .hold();
        laws(BY_SYMBOL).given(SCHEMA, TICKS.with(BY_SYMBOL.merging(hours(4)))).hold();
        laws(BY_SYMBOL.merging(hours(8)))
                .given(SCHEMA, TICKS.with(BY_SYMBOL.merging(hours(4))))
                .hold();
        OperationLaws.of(new DropCompression(TICKS.id()))
                .given(SCHEMA, TICKS.with(BY_SYMBOL.merging(hours(4))))
                .onTimescale()
                .hold();
    }

    @Test
    void sparse_indexes_come_and_go() {
        Compression sparse = BY_SYMBOL.keeping(List.of(
                new SparseIndex(SparseIndex.Kind.BLOOM, List.of("note")),
                new SparseIndex(SparseIndex.Kind.MINMAX, List.of("price"))));
        Compression together =
                BY_SYMBOL.keeping(List.of(new SparseIndex(SparseIndex.Kind.BLOOM, List.of("note", "price"))));

        laws(sparse).given(SCHEMA, TICKS).hold();
        laws(sparse).given(SCHEMA, FULL_TICKS).givenRows(ROWS, COMPRESS_ALL).hold();
        laws(together).given(SCHEMA, TICKS.with(sparse)).hold();
        laws(BY_SYMBOL).given(SCHEMA, TICKS.with(sparse)).hold();
    }

    @Test
    void a_sparse_index_of_a_column_that_segments_is_refused() {
        laws(BY_SYMBOL.keeping(List.of(new SparseIndex(SparseIndex.Kind.BLOOM, List.of("symbol")))))
                .given(SCHEMA, TICKS)
                .areRefusedWith(
                        "Column \"symbol\" of table trading.ticks segments compressed rows and needs no sparse index."
                                + " Leave that out.");
    }

    @Test
    void an_unknown_column_is_refused() {
        laws(Compression.of(List.of("symbl"), List.of()))
                .given(SCHEMA, TICKS)
                .areRefusedWith("There is no column \"symbl\" in table trading.ticks. Did you mean \"symbol\"?");
    }

    @Test
    void a_column_that_segments_and_orders_is_refused() {
        laws(Compression.of(List.of("symbol"), List.of(OrderKey.asc("symbol"))))
                .given(SCHEMA, TICKS)
                .areRefusedWith(
                        "Column \"symbol\" is given twice in the compression of table trading.ticks; it can either"
                                + " order rows or segment them, once.");
    }

    @Test
    void that_no_column_segments_rows_outlives_a_rename() {
        OperationLaws.of(new dev.varve.operation.RenameColumn(TICKS.id(), "note", "remark"))
                .onTimescale()
                .given(
                        SCHEMA,
                        TICKS.with(
                                Compression.of(List.of(), List.of()).settled(dev.varve.timescale.Market.HOURLY_CHUNKS)))
                .hold();
    }
}
