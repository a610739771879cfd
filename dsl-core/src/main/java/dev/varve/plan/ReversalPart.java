package dev.varve.plan;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one operation's reversal adds to the way back of a revision.
 *
 * @param bound present if there is none of its own, but what was made vanishes with its owner
 */
record ReversalPart(List<Operation> operations, List<String> lost, Optional<Reversal.WithOwner> bound) {

    static ReversalPart of(Reversal reversal) {
        Optional<Reversal.WithOwner> bound = Optional.of(reversal)
                .filter(Reversal.WithOwner.class::isInstance)
                .map(Reversal.WithOwner.class::cast);
        return new ReversalPart(reversal.operations(), reversal.lost(), bound);
    }

    /** The objects that its operations touch. */
    Stream<ObjectId<?>> subjects() {
        return operations.stream()
                .map(Operation::footprint)
                .flatMap(f -> Stream.of(f.requires(), f.provides(), f.removes()).flatMap(Set::stream));
    }

    /** The objects that it drops. */
    Set<ObjectId<?>> dropped() {
        return operations.stream()
                .filter(DropObject.class::isInstance)
                .map(drop -> ((DropObject) drop).id())
                .collect(Collectors.toSet());
    }

    /** The state after its operations. */
    Database after(Database before) {
        Database state = before;
        for (Operation operation : operations) {
            state = operation.after(state);
        }
        return state;
    }
}
