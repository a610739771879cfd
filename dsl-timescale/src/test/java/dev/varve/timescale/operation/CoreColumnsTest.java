package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.table;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.aggregate;
import static dev.varve.timescale.operation.CoreLaws.COMPRESS_ALL;
import static dev.varve.timescale.operation.CoreLaws.laws;
import static dev.varve.timescale.operation.CoreLaws.withCompressedChunks;

import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropNotNull;
import dev.varve.operation.RenameColumn;
import dev.varve.operation.SetColumnProperty;
import dev.varve.operation.SetIdentity;
import dev.varve.operation.SetNotNull;
import dev.varve.timescale.model.ContinuousAggregate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of core on columns of hypertables with everything, and of continuous aggregates. */
class CoreColumnsTest {

    private static SetColumnProperty setting(ColumnProperty property, String value) {
        return new SetColumnProperty(TICKS.id(), "note", property, Optional.of(value));
    }

    @Test
    void columns_of_a_hypertable_are_stored_and_planned_with_in_their_own_way() {
        laws(setting(ColumnProperty.STORAGE, "external"), TICKS).givenRows(ROWS).hold();
        laws(setting(ColumnProperty.N_DISTINCT, "5"), TICKS).givenRows(ROWS).hold();
        withCompressedChunks(setting(ColumnProperty.COMPRESSION, "pglz")).hold();
        withCompressedChunks(setting(ColumnProperty.STATISTICS, "50")).hold();
    }

    @Test
    void what_a_compressed_hypertable_does_not_let_change_of_a_column_is_refused() {
        withCompressedChunks(setting(ColumnProperty.STORAGE, "external"))
                .areRefusedWith(
                        "The storage of column \"note\" cannot change in table trading.ticks, which is compressed. Change"
                                + " it before the table is compressed.");
        withCompressedChunks(setting(ColumnProperty.N_DISTINCT, "5"))
                .areRefusedWith(
                        "The n_distinct of column \"note\" cannot change in table trading.ticks, which is compressed."
                                + " Change it before the table is compressed.");
    }

    @ParameterizedTest
    @CsvSource({"traded, seen", "symbol, ticker", "price, paid", "traded, Odd Name", "symbol, order"})
    void a_column_that_hypertable_and_compression_lean_on_is_renamed(String from, String to) {
        withCompressedChunks(new RenameColumn(TICKS.id(), from, to)).hold();
    }

    @Test
    void an_aggregate_calls_a_column_by_its_new_name() {
        laws(new RenameColumn(TICKS.id(), "price", "paid"), TICKS, HOURLY, DAILY)
                .givenRows(ROWS, "call refresh_continuous_aggregate('trading.hourly', null, null)")
                .hold();
    }

    @Test
    void a_column_that_an_aggregate_may_use_is_not_renamed() {
        ContinuousAggregate prices = aggregate(
                "hourly",
                "select time_bucket(interval '1 hour', t.traded) as bucket, t.price::int from trading.ticks t group by bucket, t.price");
        laws(new RenameColumn(TICKS.id(), "price", "paid"), TICKS, prices)
                .areRefusedBeforehandWith("The continuous aggregate trading.hourly may use column \"price\" of table"
                        + " trading.ticks. Drop the continuous aggregate before the rename and create it again after it, in the"
                        + " same revision.");
    }

    @Test
    void columns_are_added_to_compressed_tables() {
        withCompressedChunks(new AddColumn(TICKS.id(), column("venue", "text"))).hold();
        withCompressedChunks(new AddColumn(
                        TICKS.id(), defaulted("venue", "varchar(10)", "'XNAS'").notNull(true)))
                .hold();
        withCompressedChunks(new AddColumn(
                        TICKS.id(),
                        defaulted("fee", "numeric(18, 8)", "0::numeric(18, 8)").notNull(true)))
                .onTimescale(25)
                .hold();
    }

    @Test
    void columns_that_timescale_cannot_add_to_compressed_tables_are_refused() {
        String way = ". Add it nullable or with a constant default, then fill it and change it.";
        String start = "Column \"fresh\" cannot be added to table trading.ticks, which is compressed: it ";
        withCompressedChunks(new AddColumn(TICKS.id(), column("fresh", "text").notNull(true)))
                .areRefusedWith(start + "is not null and has no default" + way);
        withCompressedChunks(new AddColumn(TICKS.id(), defaulted("fresh", "timestamptz", "clock_timestamp()")))
                .areRefusedWith(start + "has the default clock_timestamp(), which is no constant" + way);
        withCompressedChunks(new AddColumn(TICKS.id(), identity("fresh", "bigint", true)))
                .areRefusedWith(start + "is computed" + way);
        withCompressedChunks(new AddColumn(TICKS.id(), generated("fresh", "numeric", "price * 2")))
                .areRefusedWith(start + "is computed" + way);
    }

    @Test
    void columns_that_nothing_leans_on_are_dropped() {
        withCompressedChunks(new DropColumn(TICKS.id(), "note")).hold();
    }

    @Test
    void columns_that_something_leans_on_are_not() {
        withCompressedChunks(new DropColumn(TICKS.id(), "symbol"))
                .areRefusedWith(
                        "Column \"symbol\" of table trading.ticks is used by the compression of the table, the hypertable of"
                                + " the table. Change or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void the_time_cannot_become_null() {
        Table bare = table("bare", column("traded", "timestamptz").notNull(true))
                .with(dev.varve.timescale.Market.HOURLY_CHUNKS);
        laws(new DropNotNull(bare.id(), "traded"), bare)
                .areRefusedWith(
                        "Column \"traded\" of hypertable trading.bare may be null, but it is the time by which the table"
                                + " is cut. Say notNull().");
    }

    @Test
    void types_of_columns_change() {
        laws(new AlterColumnType(TICKS.id(), "note", TypeName.of("varchar(200)"), Optional.empty()), TICKS)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void types_of_columns_of_compressed_tables_change_with_their_chunks_decompressed_for_it() {
        AlterColumnType widening =
                new AlterColumnType(TICKS.id(), "note", TypeName.of("varchar(200)"), Optional.empty());
        withCompressedChunks(widening).hold();
        laws(widening, FULL_TICKS).givenRows(ROWS).hold();
        laws(
                        new AlterColumnType(TICKS.id(), "symbol", TypeName.of("varchar(20)"), Optional.empty()),
                        TICKS.with(BY_SYMBOL))
                .givenRows(ROWS, COMPRESS_ALL)
                .hold();
        laws(
                        new AlterColumnType(TICKS.id(), "traded", TypeName.of("timestamp"), Optional.empty()),
                        TICKS.with(BY_SYMBOL))
                .givenRows(ROWS, COMPRESS_ALL)
                .hold();
    }

    @Test
    void the_type_of_a_column_by_whose_hash_rows_are_spread_does_not_change() {
        withCompressedChunks(new AlterColumnType(TICKS.id(), "symbol", TypeName.of("varchar(20)"), Optional.empty()))
                .areRefusedWith(
                        "Column \"symbol\" of hypertable trading.ticks cannot become varchar(20): rows are spread by its"
                                + " hash, and TimescaleDB refuses that. Add a column of the other type, and fill it.");
    }

    @Test
    void a_column_of_a_compressed_table_becomes_no_identity() {
        Table numbered = TICKS.plus(column("number", "bigint").notNull(true));
        SetIdentity making = new SetIdentity(
                TICKS.id(), "number", Optional.of(new ColumnValue.Identity(true, SequenceOptions.PLAIN)));

        laws(making, numbered).hold();
        laws(making, numbered.with(BY_SYMBOL))
                .areRefusedWith("Column \"number\" of table trading.ticks cannot become an identity while the table is"
                        + " compressed; TimescaleDB refuses that. End its compression with dropCompression() before, and set it"
                        + " up again after it, in the same revision.");
    }

    @Test
    void types_of_columns_that_an_aggregate_uses_do_not_change() {
        laws(new AlterColumnType(TICKS.id(), "price", TypeName.of("numeric"), Optional.empty()), FULL_TICKS, HOURLY)
                .areRefusedWith(
                        "Column \"price\" of table trading.ticks is used by continuous aggregate trading.hourly. Change"
                                + " or drop what uses it first, in the same revision or an earlier one.");
    }

    @Test
    void nulls_of_compressed_tables_are_refused_and_allowed() {
        withCompressedChunks(new SetNotNull(TICKS.id(), "note")).hold();
        laws(new DropNotNull(TICKS.id(), "price"), FULL_TICKS.alter("price", c -> c.notNull(true)))
                .givenRows(ROWS, COMPRESS_ALL)
                .hold();
    }
}
