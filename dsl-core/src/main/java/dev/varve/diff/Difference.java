package dev.varve.diff;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What turns one state of a database into another.
 *
 * @param operations the changes, in an order in which each can run
 * @param obstacles what would have to change besides, and cannot
 * @param doubts texts that may say the same; those that are different are among what the operations change
 * @param doubtful those of the operations that do nothing if the texts say the same
 */
public record Difference(
        List<Operation> operations, List<Obstacle> obstacles, List<Doubt> doubts, List<Operation> doubtful) {

    public Difference {
        operations = List.copyOf(operations);
        obstacles = List.copyOf(obstacles);
        doubts = List.copyOf(doubts);
        doubtful = List.copyOf(doubtful);
    }

    /** A difference without doubts. */
    Difference(List<Operation> operations, List<Obstacle> obstacles) {
        this(operations, obstacles, List.of(), List.of());
    }

    /**
     * The difference between two states on the server of the second one, whose texts are as that server prints them, so that other texts
     * say something else. The order of columns is no difference, nor is which columns an heir has by itself beside its parents: PostgreSQL
     * cannot change either.
     */
    public static Difference between(Database from, Database to) {
        Database here = from.on(to.environment());
        return new Reconciliation(here, Wording.certain(here, to)).difference();
    }

    /** The same between states whose texts are as somebody wrote them. */
    public static Difference betweenDeclared(Database from, Database to) {
        Difference all = between(from, to);
        List<Doubt> doubts = Wording.doubts(from, to);
        if (doubts.isEmpty()) {
            return all;
        }
        Difference assumed = between(from, Wording.assumed(from, to));
        Set<String> certain = Stream.concat(
                        assumed.operations().stream(),
                        assumed.obstacles().stream().map(Obstacle::operation))
                .map(Operation::description)
                .collect(Collectors.toSet());
        List<Operation> doubtful = all.operations().stream()
                .filter(operation -> !certain.contains(operation.description()))
                .toList();
        return new Difference(all.operations(), all.obstacles(), doubts, doubtful);
    }

    /** The same after these operations, which come first. */
    public Difference after(List<Operation> first) {
        List<Operation> all = new ArrayList<>(first);
        all.addAll(operations);
        return new Difference(all, obstacles, doubts, doubtful);
    }

    /** The same without what cannot be done. */
    public Difference possible() {
        return new Difference(operations, List.of(), doubts, doubtful);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return operations.isEmpty() && obstacles.isEmpty();
    }

    /** Whether anything differs for certain. */
    public boolean isCertain() {
        return !obstacles.isEmpty() || !doubtful.containsAll(operations);
    }
}
