package dev.varve.timescale.model;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.sql.Sql;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a refresh policy goes through its window, as the policy says it
 * (<a href="https://docs.timescale.com/api/latest/continuous-aggregates/add_continuous_aggregate_policy/">documentation</a>). What is
 * empty TimescaleDB chooses: one batch of everything until 2.20, batches of one bucket from 2.21 on, and of 10 from 2.25 on; 10 batches in
 * a run until 2.20, all of them from 2.21 on.
 *
 * @param bucketsPerBatch how many buckets are brought up to date in one transaction; all of them if 0
 * @param maxBatchesPerExecution how many batches a run brings up to date at most, while the others wait for the next; all of them if 0
 * @param oldestFirst whether it begins with the oldest batch and not with the newest
 * @param includeTieredData whether it reads what has moved to tiered storage; as {@code timescaledb.enable_tiered_reads} says if empty
 */
public record RefreshOptions(
        Optional<Integer> bucketsPerBatch,
        Optional<Integer> maxBatchesPerExecution,
        boolean oldestFirst,
        Optional<Boolean> includeTieredData) {

    /** Everything is left to TimescaleDB. */
    public static final RefreshOptions CHOSEN =
            new RefreshOptions(Optional.empty(), Optional.empty(), false, Optional.empty());

    /** The names that TimescaleDB has for them, and the first 2.minor that has each. */
    private enum Key {
        BUCKETS_PER_BATCH(19),
        MAX_BATCHES_PER_EXECUTION(19),
        REFRESH_NEWEST_FIRST(20),
        INCLUDE_TIERED_DATA(18);

        private final int minor;

        Key(int minor) {
            this.minor = minor;
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Looks for numbers below 0, with which TimescaleDB takes a policy that then fails whenever it runs. */
    void check(ObjectId<?> aggregate) {
        refuseNegative(aggregate, bucketsPerBatch, "buckets per batch");
        refuseNegative(aggregate, maxBatchesPerExecution, "batches per execution");
    }

    private static void refuseNegative(ObjectId<?> aggregate, Optional<Integer> number, String what) {
        number.filter(n -> n < 0).ifPresent(n -> {
            throw new RefusedException(
                    aggregate,
                    "A refresh policy of " + aggregate + " has " + n + " " + what
                            + ", which fails whenever it runs. Say how many, or 0 for all of them.");
        });
    }

    /** The same, with so many buckets in a batch. */
    public RefreshOptions bucketsPerBatch(int buckets) {
        return new RefreshOptions(Optional.of(buckets), maxBatchesPerExecution, oldestFirst, includeTieredData);
    }

    /** The same, with so many batches in a run at most. */
    public RefreshOptions maxBatchesPerExecution(int batches) {
        return new RefreshOptions(bucketsPerBatch, Optional.of(batches), oldestFirst, includeTieredData);
    }

    /** The same, beginning with the oldest batch, or with the newest. */
    public RefreshOptions oldestFirst(boolean oldest) {
        return new RefreshOptions(bucketsPerBatch, maxBatchesPerExecution, oldest, includeTieredData);
    }

    /** The same, reading what has moved to tiered storage, or leaving it out. */
    public RefreshOptions includeTieredData(boolean included) {
        return new RefreshOptions(bucketsPerBatch, maxBatchesPerExecution, oldestFirst, Optional.of(included));
    }

    private Map<Key, String> said() {
        Map<Key, String> said = new EnumMap<>(Key.class);
        bucketsPerBatch.ifPresent(buckets -> said.put(Key.BUCKETS_PER_BATCH, buckets.toString()));
        maxBatchesPerExecution.ifPresent(batches -> said.put(Key.MAX_BATCHES_PER_EXECUTION, batches.toString()));
        if (oldestFirst) {
            said.put(Key.REFRESH_NEWEST_FIRST, "false");
        }
        includeTieredData.ifPresent(included -> said.put(Key.INCLUDE_TIERED_DATA, included.toString()));
        return said;
    }

    void require(ObjectId<?> aggregate, Database database) {
        said().keySet()
                .forEach(key ->
                        TimescaleEdition.require(aggregate, "The refresh option " + key.text(), key.minor, database));
    }

    /** A call that makes the policy, with what is said. */
    TimescaleCall adding(TimescaleCall add) {
        TimescaleCall call = add;
        for (Map.Entry<Key, String> option : said().entrySet()) {
            call = call.with(option.getKey().text(), Sql.raw(option.getValue()));
        }
        return call;
    }

    /** What is said, as more entries of an object in JSON. */
    String json() {
        return said().entrySet().stream()
                .map(option -> ", \"" + option.getKey().text() + "\": " + option.getValue())
                .collect(Collectors.joining());
    }

    /** The job without what was said before and is said no more. */
    PolicyJob without(RefreshOptions old, PolicyJob job) {
        PolicyJob left = job;
        for (Key key : old.said().keySet()) {
            left = said().containsKey(key) ? left : left.without(key.text());
        }
        return left;
    }
}
