package dev.varve.timescale;

import dev.varve.model.IndexKey;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How and when chunks are compressed: {@code after(days(7)).segmentBy("symbol").orderBy("timestamp")}. Without columns to segment by there
 * are none, and without an order rows lie newest first: nothing is left to TimescaleDB to choose.
 */
public record CompressionSpec(
        Optional<Span> after,
        Optional<List<String>> segmentBy,
        Optional<List<OrderKey>> orderBy,
        Optional<Interval> schedule) {

    static final CompressionSpec UNSAID =
            new CompressionSpec(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Compresses chunks that are so old. */
    public CompressionSpec after(Span age) {
        Once.refuse(after, "The age of chunks to compress");
        return new CompressionSpec(Optional.of(age), segmentBy, orderBy, schedule);
    }

    /** Stores the values of these columns once for many rows. */
    public CompressionSpec segmentBy(String... columns) {
        Once.refuse(segmentBy, "segmentBy");
        return new CompressionSpec(after, Optional.of(List.of(columns)), orderBy, schedule);
    }

    /** Orders the rows of a segment by these columns. */
    public CompressionSpec orderBy(String... columns) {
        return ordered(Arrays.stream(columns).map(OrderKey::asc).toList());
    }

    /** Orders the rows of a segment by these keys, such as {@code orderBy(desc("timestamp"))}. */
    public CompressionSpec orderBy(IndexKey... keys) {
        return ordered(Arrays.stream(keys).map(CompressionSpec::orderKey).toList());
    }

    private CompressionSpec ordered(List<OrderKey> keys) {
        Once.refuse(orderBy, "orderBy");
        return new CompressionSpec(after, segmentBy, Optional.of(keys), schedule);
    }

    private static OrderKey orderKey(IndexKey key) {
        if (!key.column()) {
            throw new IllegalArgumentException("Compressed rows are ordered by columns, not by " + key.sql() + ".");
        }
        String column = key.expression().bareNames().iterator().next();
        return new OrderKey(column, key.descending(), key.nullsFirst());
    }

    /** Looks for chunks to compress so often. */
    public CompressionSpec every(Interval interval) {
        Once.refuse(schedule, "The schedule of the compression");
        return new CompressionSpec(after, segmentBy, orderBy, Optional.of(interval));
    }

    /** The settings, in which an order that nobody said is to be completed by the time column. */
    Compression settings() {
        return Compression.of(segmentBy.orElse(List.of()), orderBy.orElse(List.of()));
    }

    Optional<CompressionPolicy> policy() {
        return after.map(age -> new CompressionPolicy(age, schedule));
    }

    @Override
    public String toString() {
        return "compression" + after.map(age -> " after " + age).orElse("")
                + segmentBy.map(columns -> " segmented by " + columns).orElse("")
                + orderBy.map(keys -> " ordered by " + keys).orElse("");
    }
}
