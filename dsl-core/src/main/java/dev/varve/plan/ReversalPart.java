package dev.varve.plan;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.SchemaObject;
import dev.varve.operation.AlterObject;
import dev.varve.operation.AttachPartition;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DetachPartition;
import dev.varve.operation.DropObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one operation's reversal adds to the way back of a revision.
 *
 * @param place which of the operations it is, as two may be taken back in the same way, of which one is not needed
 * @param bound present if there is none of its own, but what was made vanishes with its owner
 */
record ReversalPart(int place, List<Operation> operations, List<String> lost, Optional<Reversal.WithOwner> bound) {

    static ReversalPart of(int place, Reversal reversal) {
        Optional<Reversal.WithOwner> bound = Optional.of(reversal)
                .filter(Reversal.WithOwner.class::isInstance)
                .map(Reversal.WithOwner.class::cast);
        return new ReversalPart(place, reversal.operations(), reversal.lost(), bound);
    }

    /** The objects that its operations touch. */
    Stream<ObjectId<?>> subjects() {
        return operations.stream().flatMap(operation -> operation.footprint().subjects().stream());
    }

    /**
     * Whether nothing is left of its operations; what touches something that nobody knows is always left.
     *
     * @param dropped whether an object of that id is dropped later
     * @param gone whether an object is dropped later, or goes with one that is
     */
    boolean isCovered(Predicate<ObjectId<?>> dropped, Predicate<ObjectId<?>> gone) {
        return !operations.isEmpty() && operations.stream().allMatch(operation -> isCovered(operation, dropped, gone));
    }

    /** What is made, or belongs to something else from then on, does not go with what has its name before, or what it belongs to before. */
    private static boolean isCovered(Operation operation, Predicate<ObjectId<?>> dropped, Predicate<ObjectId<?>> gone) {
        Optional<SchemaObject> made = made(operation);
        if (made.isPresent()) {
            return dropped.test(made.get().id()) || made.get().owners().stream().anyMatch(gone);
        }
        Set<ObjectId<?>> subjects = operation.footprint().subjects();
        return !subjects.isEmpty() && subjects.stream().allMatch(gone);
    }

    private static Optional<SchemaObject> made(Operation operation) {
        if (operation instanceof CreateObject creation) {
            return Optional.of(creation.object());
        }
        return operation instanceof AlterObject<?> change
                        && change.change() instanceof ObjectChange.Becoming<?> becoming
                ? Optional.of(becoming.object())
                : Optional.empty();
    }

    /** The objects that it drops. */
    Set<ObjectId<?>> dropped() {
        return operations.stream()
                .filter(DropObject.class::isInstance)
                .map(drop -> ((DropObject) drop).id())
                .collect(Collectors.toSet());
    }

    /** The relations that get partitions. */
    Stream<ObjectId<?>> spread() {
        return operations.stream()
                .flatMap(operation -> operation instanceof AttachPartition attachment
                        ? Stream.of(attachment.partition())
                        : operation instanceof CreateObject creation && creation.object() instanceof Partition partition
                                ? Stream.of(partition)
                                : Stream.of())
                .map(Partition::parent);
    }

    /** The relations that lose partitions without their rows. */
    Stream<ObjectId<?>> gathered(Database state) {
        return operations.stream()
                .filter(DetachPartition.class::isInstance)
                .flatMap(detachment -> state.find(((DetachPartition) detachment).partition()).stream())
                .map(Partition::parent);
    }

    /** The state after its operations. */
    Database after(Database before) {
        return Operation.afterAll(operations, before);
    }
}
