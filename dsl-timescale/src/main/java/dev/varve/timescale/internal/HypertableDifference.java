package dev.varve.timescale.internal;

import dev.varve.model.Function;
import dev.varve.model.ObjectId;
import dev.varve.model.Table;
import dev.varve.operation.Operation;
import dev.varve.timescale.model.Dimension;
import dev.varve.timescale.model.Hypertable;
import dev.varve.timescale.model.RangeDimension;
import dev.varve.timescale.operation.AddDimension;
import dev.varve.timescale.operation.AlterDimension;
import dev.varve.timescale.operation.CreateHypertable;
import dev.varve.timescale.operation.RebuildHypertable;
import dev.varve.timescale.operation.RebuildTable;
import dev.varve.timescale.operation.SetChunkInterval;
import dev.varve.timescale.operation.SetClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What makes one hypertable of another. */
record HypertableDifference(ObjectId<Table> table, Hypertable from, Hypertable to) {

    /** The operations, where a hypertable may also come or go. Whether there are rows nobody knows, so that they are moved. */
    static List<Operation> between(ObjectId<Table> table, Optional<Hypertable> from, Optional<Hypertable> to) {
        if (to.isEmpty()) {
            return List.of(new RebuildTable(table, List.of()));
        }
        return from.map(old -> new HypertableDifference(table, old, to.get()).operations())
                .orElseGet(() -> List.of(new CreateHypertable(table, to.get(), true)));
    }

    private List<Operation> operations() {
        return isPossible() ? changes() : List.of(new RebuildHypertable(table, to));
    }

    /** TimescaleDB removes no dimension, and does not take a clock away. */
    private boolean isPossible() {
        boolean sameAxis = isSameAxis(from.time(), to.time());
        boolean keepsClock = from.time().clock().isEmpty() || to.time().clock().isPresent();
        int kept = from.others().size();
        return sameAxis
                && keepsClock
                && kept <= to.others().size()
                && IntStream.range(0, kept)
                        .allMatch(i ->
                                isSameAxis(from.others().get(i), to.others().get(i)));
    }

    private static boolean isSameAxis(Dimension one, Dimension other) {
        return one.column().equals(other.column())
                && one.getClass().equals(other.getClass())
                && function(one).equals(function(other));
    }

    private static Optional<ObjectId<Function>> function(Dimension dimension) {
        return dimension instanceof RangeDimension range ? range.function() : Optional.empty();
    }

    private List<Operation> changes() {
        List<Operation> changes = new ArrayList<>();
        if (!from.time().interval().equals(to.time().interval())) {
            changes.add(new SetChunkInterval(table, to.time().interval()));
        }
        to.time()
                .clock()
                .filter(clock -> from.time().clock().filter(clock::equals).isEmpty())
                .ifPresent(clock -> changes.add(new SetClock(table, clock)));
        for (int i = 0; i < to.others().size(); i++) {
            Dimension dimension = to.others().get(i);
            if (i >= from.others().size()) {
                changes.add(new AddDimension(table, dimension));
            } else if (!from.others().get(i).equals(dimension)) {
                changes.add(new AlterDimension(table, dimension));
            }
        }
        return changes;
    }
}
