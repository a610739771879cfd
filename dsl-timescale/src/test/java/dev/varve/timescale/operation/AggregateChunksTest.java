package dev.varve.timescale.operation;

import static dev.varve.testing.Trading.SCHEMA;
import static dev.varve.testing.Trading.name;
import static dev.varve.timescale.Market.DAILY;
import static dev.varve.timescale.Market.HOURLY;
import static dev.varve.timescale.Market.ROWS;
import static dev.varve.timescale.Market.TICKS;
import static dev.varve.timescale.Market.days;
import static dev.varve.timescale.Market.hours;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.testing.OperationLaws;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.AggregateIndex;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.ContinuousAggregate;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.RetentionPolicy;
import dev.varve.timescale.model.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is stored of a continuous aggregate lies in chunks, which are compressed, dropped and indexed as those of a hypertable. */
class AggregateChunksTest {

    private static final Compression BY_SYMBOL = Compression.of(List.of("symbol"), List.of(OrderKey.desc("bucket")));
    private static final CompressionPolicy MONTHLY = new CompressionPolicy(days(30), Optional.of(hours(5)));
    private static final RetentionPolicy YEARS = new RetentionPolicy(days(730), Optional.of(days(1)));
    private static final ContinuousAggregate FULL = HOURLY.holding(List.of(BY_SYMBOL.merging(days(5)), MONTHLY, YEARS));
    private static final AggregateIndex BY_COUNT = new AggregateIndex(new Index(
            name("hourly_counts"),
            HOURLY.id(),
            false,
            "btree",
            List.of(IndexKey.column("trade_count").desc(), IndexKey.column("symbol")),
            List.of(),
            Optional.empty()));
    private static final String COMPRESS = "select compress_chunk(c) from show_chunks('trading.hourly') c";

    private static OperationLaws laws(Operation operation, ContinuousAggregate aggregate) {
        return OperationLaws.of(operation)
                .onTimescale()
                .given(SCHEMA, TICKS, aggregate)
                .givenRows(ROWS, "call refresh_continuous_aggregate('trading.hourly', null, null)");
    }

    @Test
    void an_aggregate_with_everything_is_created() {
        OperationLaws.of(new CreateContinuousAggregate(FULL))
                .onTimescale()
                .given(SCHEMA, TICKS)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void an_aggregate_with_everything_is_dropped_with_what_is_compressed() {
        laws(new DropObject(HOURLY.id()), FULL)
                .given(BY_COUNT)
                .givenRows(COMPRESS)
                .hold();
    }

    @Test
    void what_timescale_chooses_is_known() {
        OperationLaws.of(new CreateContinuousAggregate(HOURLY.holding(List.of(
                        Compression.of(List.of(), List.of()),
                        new CompressionPolicy(Age.of(days(7)), Schedule.CHOSEN),
                        new RetentionPolicy(Age.of(days(70)), Schedule.CHOSEN)))))
                .onTimescale()
                .given(SCHEMA, TICKS)
                .hold();
    }

    @Test
    void compression_is_set_up() {
        laws(new SetCompression(HOURLY.id(), BY_SYMBOL), HOURLY).hold();
    }

    @Test
    void compression_is_changed_where_chunks_are_compressed() {
        laws(new SetCompression(HOURLY.id(), Compression.of(List.of(), List.of(OrderKey.asc("symbol")))), FULL)
                .givenRows(COMPRESS)
                .hold();
    }

    @Test
    void compression_is_ended_with_its_policy() {
        laws(new DropCompression(HOURLY.id()), FULL).givenRows(COMPRESS).hold();
    }

    @Test
    void policies_are_added_changed_and_dropped() {
        Schedule nightly = Schedule.CHOSEN
                .every(days(1))
                .startingAt(Instant.parse("2025-01-01T01:00:00Z"))
                .in("Europe/Berlin")
                .atMost(hours(1));
        laws(new SetPolicy(HOURLY.id(), YEARS), HOURLY).hold();
        laws(new SetPolicy(HOURLY.id(), new RetentionPolicy(Age.sinceCreation(days(9)), nightly)), FULL)
                .hold();
        laws(new SetPolicy(HOURLY.id(), new CompressionPolicy(Age.of(days(8)), nightly)), FULL)
                .hold();
        laws(new DropPolicy(HOURLY.id(), CompressionPolicy.class), FULL).hold();
        laws(new DropPolicy(HOURLY.id(), RetentionPolicy.class), FULL).hold();
    }

    @Test
    void its_chunks_get_another_length() {
        laws(new SetChunkInterval(HOURLY.id(), days(3)), FULL).hold();
    }

    @Test
    void group_indexes_are_left_out() {
        OperationLaws.of(new CreateContinuousAggregate(HOURLY.indexed(false)))
                .onTimescale()
                .given(SCHEMA, TICKS)
                .hold();
    }

    @Test
    void what_is_stored_is_indexed() {
        laws(new CreateObject(BY_COUNT), FULL).hold();
        laws(new DropObject(BY_COUNT.id()), FULL).given(BY_COUNT).hold();
    }

    @Test
    void what_has_everything_can_be_under_another_one() {
        OperationLaws.of(new CreateContinuousAggregate(DAILY))
                .onTimescale()
                .given(SCHEMA, TICKS, FULL)
                .givenRows(ROWS)
                .hold();
    }

    @Test
    void a_unique_index_is_refused() {
        Index unique = new Index(
                name("u"), HOURLY.id(), true, "btree", List.of(IndexKey.column("symbol")), List.of(), Optional.empty());
        laws(new CreateObject(new AggregateIndex(unique)), HOURLY)
                .areRefusedWith(
                        "Index \"u\" of continuous aggregate trading.hourly cannot be unique; TimescaleDB refuses"
                                + " that. Leave out unique.");
    }

    @Test
    void a_column_that_is_not_there_segments_nothing() {
        laws(new SetCompression(HOURLY.id(), Compression.of(List.of("venue"), List.of())), HOURLY)
                .areRefusedWith("There is no column \"venue\" of continuous aggregate trading.hourly.");
    }

    @Test
    void a_policy_needs_compression() {
        laws(new SetPolicy(HOURLY.id(), MONTHLY), HOURLY)
                .areRefusedWith("The chunks of continuous aggregate trading.hourly cannot be compressed after 30 days,"
                        + " because its compression is not set up. Say compress(after(...).segmentBy(...)).");
    }
}
