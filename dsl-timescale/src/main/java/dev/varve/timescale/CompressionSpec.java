package dev.varve.timescale;

import dev.varve.model.IndexKey;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.Interval;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.Span;
import dev.varve.timescale.model.SparseIndex;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How and when chunks are compressed: {@code after(days(7)).segmentBy("symbol").orderBy("timestamp")}. Without columns to segment by there
 * are none, and without an order rows lie newest first: nothing is left to TimescaleDB to choose unless somebody says so.
 *
 * @param chosen what is left to TimescaleDB, which chooses for every chunk anew
 */
public record CompressionSpec(
        Optional<Age> after,
        Optional<List<String>> segmentBy,
        Optional<List<OrderKey>> orderBy,
        Optional<Schedule> schedule,
        Optional<Interval> merged,
        List<SparseIndex> sparse,
        Set<Choice> chosen) {

    /** What can be left to TimescaleDB. */
    public enum Choice {
        /** What segments the rows. */
        SEGMENTS,
        /** What orders the rows of a segment. */
        ORDER
    }

    static final CompressionSpec UNSAID = new CompressionSpec(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Set.of());

    /** A copy that cannot be changed. */
    public CompressionSpec {
        sparse = List.copyOf(sparse);
        chosen = Set.copyOf(chosen);
    }

    /** Compresses chunks that are so old. */
    public CompressionSpec after(Span age) {
        return after(Age.of(age));
    }

    /** Compresses chunks that were made so long ago: {@code after(sinceCreation(days(7)))}. */
    public CompressionSpec after(Age age) {
        Once.refuse(after, "The age of chunks to compress");
        return new CompressionSpec(Optional.of(age), segmentBy, orderBy, schedule, merged, sparse, chosen);
    }

    /** Stores the values of these columns once for many rows. */
    public CompressionSpec segmentBy(String... columns) {
        Once.refuse(segmentBy, "segmentBy");
        return new CompressionSpec(after, Optional.of(List.of(columns)), orderBy, schedule, merged, sparse, chosen);
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
        return new CompressionSpec(after, segmentBy, Optional.of(keys), schedule, merged, sparse, chosen);
    }

    private static OrderKey orderKey(IndexKey key) {
        if (!key.column()) {
            throw new IllegalArgumentException("Compressed rows are ordered by columns, not by " + key.sql() + ".");
        }
        String column = key.expression().bareNames().iterator().next();
        return new OrderKey(column, key.descending(), key.nullsFirst());
    }

    /** Lets TimescaleDB choose what segments the rows of a chunk, which may be another thing for every chunk. */
    public CompressionSpec chosenSegments() {
        Once.refuse(segmentBy, "segmentBy");
        return leaving(Choice.SEGMENTS);
    }

    /** Lets TimescaleDB choose what orders the rows of a segment. */
    public CompressionSpec chosenOrder() {
        Once.refuse(orderBy, "orderBy");
        return leaving(Choice.ORDER);
    }

    private CompressionSpec leaving(Choice choice) {
        Set<Choice> all = new HashSet<>(chosen);
        all.add(choice);
        return new CompressionSpec(after, segmentBy, orderBy, schedule, merged, sparse, all);
    }

    /** Looks for chunks to compress so often. */
    public CompressionSpec every(Interval interval) {
        return scheduled(Schedule.CHOSEN.every(interval));
    }

    /** Looks for chunks to compress at these times. */
    public CompressionSpec scheduled(Schedule times) {
        Once.refuse(schedule, "The schedule of the compression");
        return new CompressionSpec(after, segmentBy, orderBy, Optional.of(times), merged, sparse, chosen);
    }

    /** Merges chunks up to that length when they are compressed. */
    public CompressionSpec mergeUpTo(Interval length) {
        Once.refuse(merged, "mergeUpTo");
        return new CompressionSpec(after, segmentBy, orderBy, schedule, Optional.of(length), sparse, chosen);
    }

    /** Tells by a bloom filter which values of a column, or of several together, compressed rows do not have. */
    public CompressionSpec bloom(String... columns) {
        return keeping(new SparseIndex(SparseIndex.Kind.BLOOM, List.of(columns)));
    }

    /** Keeps the least and the greatest value of a column of compressed rows. */
    public CompressionSpec minmax(String column) {
        return keeping(new SparseIndex(SparseIndex.Kind.MINMAX, List.of(column)));
    }

    private CompressionSpec keeping(SparseIndex index) {
        List<SparseIndex> more =
                Stream.concat(sparse.stream(), Stream.of(index)).toList();
        return new CompressionSpec(after, segmentBy, orderBy, schedule, merged, more, chosen);
    }

    /** The settings, in which an order that nobody said is to be completed by the time column. */
    Compression settings() {
        return new Compression(said(segmentBy, Choice.SEGMENTS), said(orderBy, Choice.ORDER), merged, sparse);
    }

    private <T> Optional<List<T>> said(Optional<List<T>> said, Choice otherwise) {
        return chosen.contains(otherwise) ? said : Optional.of(said.orElse(List.of()));
    }

    Optional<CompressionPolicy> policy() {
        return after.map(age -> new CompressionPolicy(age, schedule.orElse(Schedule.CHOSEN)));
    }

    @Override
    public String toString() {
        return "compression" + after.map(age -> " after " + age).orElse("")
                + segmentBy.map(columns -> " segmented by " + columns).orElse("")
                + orderBy.map(keys -> " ordered by " + keys).orElse("");
    }
}
