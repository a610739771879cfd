package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.util.List;

/**
 * What turns one state of a database into another.
 *
 * @param operations the changes, in an order in which each can run
 * @param obstacles what would have to change besides, and cannot
 */
public record Difference(List<Operation> operations, List<Obstacle> obstacles) {

    public Difference {
        operations = List.copyOf(operations);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * The difference between two states on the server of the second one. The order of columns is none, nor is which columns an heir has by
     * itself beside its parents: PostgreSQL cannot change either.
     */
    public static Difference between(Database from, Database to) {
        return new Reconciliation(from.on(to.environment()), to).difference();
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return operations.isEmpty() && obstacles.isEmpty();
    }
}
