package dev.varve.timescale.model;

import dev.varve.model.RefusedException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What TimescaleDB would refuse about a compression, wherever it is. */
record CompressionRefusals(Compression compression) {

    /** Looks for it in a relation that shall be compressed so. */
    void check(Chunked chunked) {
        if (compression.orderBy().filter(List::isEmpty).isPresent()) {
            throw new RefusedException(
                    chunked.id(),
                    "Compressed rows of " + chunked.id()
                            + " need an order: its time column segments them, so name another"
                            + " column with orderBy(...).");
        }
        checkMerging(chunked);
        checkSparse(chunked);
        Set<String> seen = new HashSet<>();
        compression.allColumns().forEach(column -> {
            chunked.checkColumn(column);
            if (!seen.add(column)) {
                throw new RefusedException(
                        chunked.id(),
                        "Column \"" + column + "\" is given twice in the compression of " + chunked.id()
                                + "; it can either order rows or segment them, once.");
            }
        });
    }

    private void checkMerging(Chunked chunked) {
        if (compression.merged().isPresent() && chunked.axis().interval() instanceof IntegerSpan) {
            throw new RefusedException(
                    chunked.id(),
                    "Chunks of " + chunked.id() + " cannot be merged up to "
                            + compression.merged().get()
                            + ", because its time is a whole number. Leave out mergeUpTo(...).");
        }
    }

    private void checkSparse(Chunked chunked) {
        if (!compression.sparse().isEmpty() && chunked instanceof ContinuousAggregate) {
            throw new RefusedException(
                    chunked.id(),
                    "The " + chunked.id() + " takes no sparse indexes; TimescaleDB refuses them. Leave them out.");
        }
        if (!compression.sparse().isEmpty() && compression.orderBy().isEmpty()) {
            throw new RefusedException(
                    chunked.id(),
                    "The sparse indexes of " + chunked.id()
                            + " need an order of its compressed rows that is said. Say orderBy(...), too.");
        }
        compression.sparse().stream().flatMap(index -> index.columns().stream()).forEach(column -> {
            chunked.checkColumn(column);
            if (compression
                    .segmentBy()
                    .filter(columns -> columns.contains(column))
                    .isPresent()) {
                throw new RefusedException(
                        chunked.id(),
                        "Column \"" + column + "\" of " + chunked.id()
                                + " segments compressed rows and needs no sparse index. Leave that out.");
            }
        });
    }
}
