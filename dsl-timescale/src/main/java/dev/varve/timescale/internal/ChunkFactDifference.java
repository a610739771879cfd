package dev.varve.timescale.internal;

import dev.varve.model.ObjectId;
import dev.varve.operation.Operation;
import dev.varve.timescale.model.Compression;
import dev.varve.timescale.model.Policy;
import dev.varve.timescale.operation.DropCompression;
import dev.varve.timescale.operation.DropPolicy;
import dev.varve.timescale.operation.SetCompression;
import dev.varve.timescale.operation.SetPolicy;
import java.util.List;
import java.util.Optional;

/** How what is said of the chunks of a hypertable or of a continuous aggregate comes, changes and goes. */
final class ChunkFactDifference {

    private ChunkFactDifference() {}

    static List<Operation> compression(ObjectId<?> relation, Optional<Compression> from, Optional<Compression> to) {
        if (from.equals(to)) {
            return List.of();
        }
        return List.of(to.<Operation>map(fact -> new SetCompression(relation, fact))
                .orElseGet(() -> new DropCompression(relation)));
    }

    static <P extends Policy> List<Operation> policy(
            ObjectId<?> relation, Class<P> type, Optional<P> from, Optional<P> to) {
        if (from.equals(to)) {
            return List.of();
        }
        return List.of(to.<Operation>map(policy -> new SetPolicy(relation, policy))
                .orElseGet(() -> new DropPolicy(relation, type)));
    }
}
