package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.model.Partition;
import dev.varve.model.RefusedException;
import dev.varve.operation.AttachPartition;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.Optional;

/**
 * A partition comes once those beside it that go, or are to have other rows, have gone: whether they have some of its rows is known to the server
 * alone, which would refuse it then.
 */
record PartitionsInTurn(Database current, Database wanted) {

    void check(Operation operation) {
        coming(operation)
                .ifPresent(partition -> Partition.under(partition.parent(), current)
                        .filter(other -> other.parent().equals(partition.parent()) && goes(other))
                        .findFirst()
                        .ifPresent(other -> {
                            throw new RefusedException(
                                    partition.id(),
                                    "The " + partition.id() + " waits until " + other.id() + " has gone.");
                        }));
    }

    private static Optional<Partition> coming(Operation operation) {
        if (operation instanceof AttachPartition attachment) {
            return Optional.of(attachment.partition());
        }
        return operation instanceof CreateObject creation && creation.object() instanceof Partition partition
                ? Optional.of(partition)
                : Optional.empty();
    }

    private boolean goes(Partition other) {
        return wanted.find(other.id())
                .filter(stays ->
                        stays.parent().equals(other.parent()) && stays.bound().equals(other.bound()))
                .isEmpty();
    }
}
