package dev.varve.timescale.source;

import dev.varve.source.Call;
import dev.varve.source.Chain;
import dev.varve.source.Code;
import dev.varve.source.Names;
import dev.varve.timescale.model.Age;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.CompressionPolicy;
import dev.varve.timescale.model.OrderKey;
import dev.varve.timescale.model.Schedule;
import dev.varve.timescale.model.SparseIndex;
import java.util.List;
import java.util.Optional;

/** How compression is written: {@code after(days(7)).segmentBy("symbol").orderBy(desc("timestamp"))}. */
final class Compressions {

    private Compressions() {}

    /** The settings alone. */
    static Code of(Compression compression) {
        Chain segmented = compression
                .segmentBy()
                .map(columns -> Chain.of("segmentBy", Names.list(columns)))
                .orElseGet(() -> Chain.of("chosenSegments"));
        return rest(segmented, compression);
    }

    /** The settings with the policy that compresses by them. */
    static Code of(Compression compression, CompressionPolicy policy, Schedule usual) {
        Chain after = Chain.of("after", age(policy.age()));
        Chain segmented = compression
                .segmentBy()
                .map(columns -> after.when(!columns.isEmpty(), "segmentBy", Names.list(columns)))
                .orElseGet(() -> after.then("chosenSegments"));
        boolean isUsual = Schedules.isUsual(policy.schedule(), usual);
        return rest(segmented, compression).when(!isUsual, "scheduled", Schedules.of(policy.schedule(), usual));
    }

    private static Code age(Age age) {
        Code length = Spans.of(age.length());
        return age.sinceCreation() ? Call.of("sinceCreation", length) : length;
    }

    private static Chain rest(Chain segmented, Compression compression) {
        Chain chain = compression
                .orderBy()
                .map(keys -> keys.isEmpty() ? segmented : segmented.then(ordered(keys)))
                .orElseGet(() -> segmented.then("chosenOrder"))
                .when(compression.merged().map(Spans::of), "mergeUpTo");
        for (SparseIndex index : compression.sparse()) {
            String word = index.kind() == SparseIndex.Kind.BLOOM ? "bloom" : "minmax";
            chain = chain.then(word, Names.list(index.columns()));
        }
        return chain;
    }

    private static Call ordered(List<OrderKey> keys) {
        boolean plain = keys.stream().allMatch(key -> key.equals(OrderKey.asc(key.column())));
        return plain
                ? Call.of(
                        "orderBy",
                        Names.list(keys.stream().map(OrderKey::column).toList()))
                : new Call("orderBy", keys.stream().map(Compressions::key).toList());
    }

    private static Code key(OrderKey key) {
        Optional<String> nulls = key.nullsFirst() == key.descending()
                ? Optional.empty()
                : Optional.of(key.nullsFirst() ? "withNullsFirst" : "withNullsLast");
        Chain chain = Chain.of(key.descending() ? "desc" : "asc", key.column());
        return nulls.map(chain::then).orElse(chain);
    }
}
