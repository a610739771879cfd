package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.column;
import static dev.varve.testing.Trading.comment;
import static dev.varve.testing.Trading.excluded;
import static dev.varve.testing.Trading.exclusion;
import static dev.varve.testing.Trading.foreignKey;
import static dev.varve.testing.Trading.index;
import static dev.varve.testing.Trading.primaryKey;
import static dev.varve.testing.Trading.table;
import static dev.varve.testing.Trading.unique;
import static dev.varve.timescale.Market.FULL_TICKS;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.operation.CoreLaws.laws;
import static dev.varve.timescale.operation.CoreLaws.withCompressedChunks;

import dev.varve.model.CheckConstraint;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.Table;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.AddConstraintUsingIndex;
import dev.varve.operation.CreateIndexConcurrently;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropIndexConcurrently;
import dev.varve.operation.ValidateConstraint;
import dev.varve.sql.Expression;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The operations of core on indexes and constraints of hypertables with everything. */
class CoreConstraintsTest {

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
