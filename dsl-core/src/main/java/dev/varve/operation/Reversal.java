package dev.varve.operation;

import dev.varve.model.ObjectId;
import java.util.List;

/** How an operation is taken back, by degrees. */
public sealed interface Reversal {

    /** The operations that take it back, in the order in which they run; none if nothing has to be done. */
    List<Operation> operations();

    /** What stays lost, in words. */
    default List<String> lost() {
        return List.of();
    }

    /** Everything is as it was. */
    record Exact(List<Operation> operations) implements Reversal {

        public Exact {
            operations = List.copyOf(operations);
        }

        /** An exact way back that is one operation or several. */
        public static Exact by(Operation... operations) {
            return new Exact(List.of(operations));
        }
    }

    /** The schema is as it was, but something that was in it is gone. */
    record Lossy(List<Operation> operations, List<String> lost) implements Reversal {

        public Lossy {
            operations = List.copyOf(operations);
            lost = List.copyOf(lost);
        }
    }

    /** There is no way back of its own, but what was made vanishes when its owner is dropped. */
    record WithOwner(ObjectId<?> owner, String reason) implements Reversal {

        @Override
        public List<Operation> operations() {
            return List.of();
        }
    }

    /** There is no way back. */
    record Impossible(String reason) implements Reversal {

        @Override
        public List<Operation> operations() {
            return List.of();
        }
    }

    /** A way back that is exact if nothing is lost by it. */
    static Reversal losing(List<String> lost, List<Operation> operations) {
        return lost.isEmpty() ? new Exact(operations) : new Lossy(operations, lost);
    }
}
