package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.defaulted;
import static dev.varve.testing.Trading.excluded;
import static dev.varve.testing.Trading.exclusion;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.generated;
import static dev.varve.testing.Trading.identity;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static dev.varve.testing.Trading.view;
import static dev.varve.timescale.Market.BY_SYMBOL;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;

import dev.varve.model.CheckConstraint;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.Extension;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Schema;
import dev.varve.model.SchemaObject;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.AddConstraintUsingIndex;
import dev.varve.operation.AlterColumnType;
import dev.varve.operation.CreateIndexConcurrently;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropIndexConcurrently;
import dev.varve.operation.DropNotNull;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameColumn;
import dev.varve.operation.RenameObject;
import dev.varve.operation.SetColumnProperty;
import dev.varve.operation.SetComment;
import dev.varve.operation.SetIdentity;
import dev.varve.operation.SetNotNull;
import dev.varve.operation.SetSchema;
import dev.varve.operation.ValidateConstraint;
import dev.varve.sql.Expression;
import dev.varve.testing.OperationLaws;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of core, on hypertables with everything and on continuous aggregates. */
class CoreOperationsTest {

    private static final String COMPRESS_ALL = "select compress_chunk(c) from show_chunks('trading.ticks') c";

    private static OperationLaws laws(Operation operation, SchemaObject... objects) {
        return OperationLaws.of(operation).given(SCHEMA).given(objects).onTimescale();
    }

    private static OperationLaws withCompressedChunks(Operation operation) {
        return laws(operation, FULL_TICKS).givenRows(ROWS, COMPRESS_ALL);
    }

    @Test
    void a_hypertable_with_everything_is_created_and_dropped() {
        laws(new CreateObject(FULL_TICKS)).hold();
        withCompressedChunks(new DropObject(FULL_TICKS.id())).hold();
    }

    @Test
    void a_table_that_an_aggregate_uses_cannot_be_dropped() {
        laws(new DropObject(TICKS.id()), TICKS, HOURLY)
                .areRefusedWith(
                        "The table trading.ticks is used by continuous aggregate trading.hourly. Change or drop what uses it first, in the same"
                                + " revision or an earlier one.");
    }

    @Test
    void the_extension_cannot_be_dropped_while_it_is_used() {
        laws(new DropObject(Extension.id("timescaledb")), TICKS)
                .areRefusedBeforehandWith(
                        "The extension timescaledb is used by table trading.ticks. Change or drop what uses it first, in the same"
                                + " revision or an earlier one.");
    }

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
    void a_column_that_an_aggregate_may_use_is_not_renamed() {
        laws(new RenameColumn(TICKS.id(), "price", "paid"), TICKS, HOURLY)
                .areRefusedBeforehandWith("The continuous aggregate trading.hourly may use column \"price\" of table"
                        + " trading.ticks. Drop the continuous aggregate before the rename and create it again after it, in the"
                        + " same revision.");
    }

    @Test
    void tables_schemas_and_aggregates_are_renamed_with_everything_that_uses_them() {
        laws(new RenameObject(TICKS.id(), "deals"), FULL_TICKS, HOURLY, DAILY)
                .givenRows(ROWS)
                .hold();
        laws(new RenameObject(SCHEMA.id(), "shop"), FULL_TICKS, HOURLY, DAILY)
                .givenRows(ROWS)
                .hold();
        laws(new RenameObject(HOURLY.id(), "per_sixty_minutes"), FULL_TICKS, HOURLY, DAILY)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void tables_and_aggregates_are_moved() {
        Schema archive = new Schema("archive");
        laws(new SetSchema(TICKS.id(), "archive"), archive, FULL_TICKS, HOURLY)
                .givenRows(ROWS)
                .hold();
        laws(new SetSchema(HOURLY.id(), "archive"), archive, FULL_TICKS, HOURLY, DAILY)
                .hold();
    }

    @Test
    void an_aggregate_is_dropped_and_comes_back_with_its_rows() {
        laws(new DropObject(HOURLY.id()), FULL_TICKS, HOURLY).givenRows(ROWS).hold();
    }

    @Test
    void an_aggregate_is_commented_on_and_viewed() {
        laws(new SetComment(HOURLY.id(), "", Optional.of("each hour")), TICKS, HOURLY)
                .hold();
        laws(new SetComment(HOURLY.id(), "open", Optional.of("the first price")), TICKS, HOURLY)
                .hold();
        laws(new CreateObject(view("v", "select h.open from trading.hourly h")), TICKS, HOURLY)
                .hold();
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

    @Test
    void indexes_are_created_on_hypertables() {
        Index index = index(
                "ix_ticks",
                TICKS,
                IndexKey.column("symbol"),
                IndexKey.column("traded").desc());
        withCompressedChunks(new CreateObject(index)).hold();
        withCompressedChunks(new CreateObject(comment(FULL_TICKS, "ticks"))).hold();
    }

    @Test
    void indexes_are_not_created_or_dropped_concurrently() {
        Index index = index("ix_ticks", TICKS, IndexKey.column("symbol"));
        String reason =
                "Index \"ix_ticks\" of hypertable trading.ticks cannot be made or removed concurrently; TimescaleDB"
                        + " refuses that. Leave out concurrently.";

        laws(new CreateIndexConcurrently(index), TICKS).areRefusedWith(reason);
        laws(new DropIndexConcurrently(index.id()), TICKS, index)
                .givenRows(ROWS)
                .onTimescale(22)
                .areRefusedWith(reason);
    }

    @Test
    void indexes_are_built_chunk_by_chunk() {
        Index prices = index("ix_prices", TICKS, IndexKey.column("price"));
        withCompressedChunks(new CreateIndexPerChunk(prices)).hold();
        laws(
                        new CreateIndexPerChunk(new Index(
                                prices.name(), TICKS.id(), true, "btree", prices.keys(), List.of(), Optional.empty())),
                        TICKS)
                .areRefusedBeforehandWith("A unique index cannot be built chunk by chunk; TimescaleDB refuses that. Add"
                        + " \"ix_prices\" with addIndex(...).");
    }

    @Test
    void unique_indexes_without_the_time_are_refused() {
        Index index = new Index(
                TICKS.name().named("ux"),
                TICKS.id(),
                true,
                "btree",
                List.of(IndexKey.column("symbol")),
                List.of(),
                Optional.empty());
        laws(new CreateObject(index), TICKS)
                .areRefusedWith(
                        "Unique index \"ux\" of hypertable trading.ticks lacks \"traded\", by which the table is"
                                + " partitioned; TimescaleDB can hold rows apart only within a chunk. Use (symbol, traded).");
    }

    @Test
    void constraints_are_added() {
        withCompressedChunks(
                        new AddConstraint(TICKS.id(), new CheckConstraint("positive", new Expression("price > 0"))))
                .hold();
        withCompressedChunks(new AddConstraint(TICKS.id(), unique("once", "symbol", "traded")))
                .hold();
    }

    @Test
    void constraints_that_left_rows_out_are_validated() {
        CheckConstraint later =
                new CheckConstraint("positive", new Expression("price > 0")).enforcing(Enforcement.NOT_VALID);
        withCompressedChunks(new AddConstraint(TICKS.id(), later)).hold();
        laws(new ValidateConstraint(TICKS.id(), "positive"), TICKS.plus(later)).hold();
    }

    @Test
    void constraints_that_chunks_cannot_have_are_refused() {
        laws(new AddConstraint(TICKS.id(), exclusion("apart", excluded("symbol", "="))), TICKS)
                .areRefusedWith(
                        "Exclusion constraint \"apart\" of hypertable trading.ticks lacks \"traded\", by which the"
                                + " table is partitioned; TimescaleDB can hold rows apart only within a chunk. Use (symbol,"
                                + " traded).");
        laws(
                        new AddConstraint(
                                TICKS.id(),
                                new CheckConstraint("positive", new Expression("price > 0")).inheriting(false)),
                        TICKS)
                .areRefusedWith(
                        "Check \"positive\" of hypertable trading.ticks is not inherited, so that no chunk would have"
                                + " it; TimescaleDB refuses that. Leave out noInherit.");
    }

    @Test
    void a_key_takes_over_no_index_of_a_hypertable() {
        Index index = new Index(
                TICKS.name().named("ux"),
                TICKS.id(),
                true,
                "btree",
                List.of(IndexKey.column("symbol"), IndexKey.column("traded")),
                List.of(),
                Optional.empty());
        laws(new AddConstraintUsingIndex(TICKS.id(), "uq", false, index.id(), Deferral.NOT_DEFERRABLE), TICKS, index)
                .areRefusedWith(
                        "Index \"ux\" of hypertable trading.ticks cannot become that of a constraint; TimescaleDB"
                                + " refuses that. Drop it, and add the constraint.");
    }

    @Test
    void foreign_keys_lead_from_hypertables_to_tables() {
        Table symbols =
                table("symbols", column("symbol", "text").notNull(true)).plus(primaryKey("pk_symbols", "symbol"));
        laws(new AddConstraint(TICKS.id(), foreignKey("fk", "symbol", symbols, "symbol")), FULL_TICKS, symbols)
                .hold();
    }

    @Test
    void foreign_keys_to_hypertables_that_lose_chunks_are_refused() {
        Table ticks = table("ticks", column("traded", "timestamptz").notNull(true))
                .plus(primaryKey("pk", "traded"))
                .with(dev.varve.timescale.Market.HOURLY_CHUNKS);
        Table notes = table("notes", column("traded", "timestamptz"));
        AddConstraint adding = new AddConstraint(notes.id(), foreignKey("fk", "traded", ticks, "traded"));

        laws(adding, ticks, notes).hold();
        laws(adding, ticks.with(dev.varve.timescale.Market.YEAR), notes)
                .areRefusedBeforehandWith(
                        "The table trading.notes references hypertable trading.ticks, which has a retention"
                                + " policy of 365 days: TimescaleDB drops such a foreign key as a whole, or fails, once it handles a"
                                + " chunk. Leave out the foreign key.");
    }
}
