package dev.varve.plan;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a list of operations is taken back: what each says of its reversal, newest first, without what a later drop of the owner covers.
 *
 * @param operations what runs, in order
 * @param lost what stays lost, in words
 * @param obstacles why there is no way back, in words; empty if there is one
 */
public record Inverse(List<Operation> operations, List<String> lost, List<String> obstacles) {

    /** An operation of the way back, with what it loses. */
    private record Part(List<Operation> operations, List<String> lost, Optional<Reversal.WithOwner> bound) {

        /** Whether all that it touches is dropped later anyway. */
        boolean isCovered(Set<ObjectId<?>> droppedLater, Database after) {
            return !operations.isEmpty()
                    && operations.stream()
                            .map(Operation::footprint)
                            .flatMap(f -> Stream.of(f.requires(), f.provides(), f.removes())
                                    .flatMap(Set::stream))
                            .allMatch(subject -> Inverse.isCovered(subject, droppedLater, after));
        }

        /** Why there is no way back, if what it made does not vanish with an owner. */
        Optional<String> obstacle(Set<ObjectId<?>> droppedLater, Database after) {
            return bound.filter(b -> !Inverse.isCovered(b.owner(), droppedLater, after))
                    .map(b -> b.reason() + '.');
        }

        Stream<ObjectId<?>> dropped() {
            return operations.stream().filter(DropObject.class::isInstance).map(drop -> ((DropObject) drop).id());
        }
    }

    public Inverse {
        operations = List.copyOf(operations);
        lost = List.copyOf(lost);
        obstacles = List.copyOf(obstacles);
    }

    /** Whether there is a way back. */
    public boolean isPossible() {
        return obstacles.isEmpty();
    }

    /** How the operations are taken back that led on from a state. */
    public static Inverse of(List<Operation> done, Database before) {
        List<Part> parts = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        Database state = before;
        for (Operation operation : done) {
            Reversal reversal = operation.reversal(state);
            if (reversal instanceof Reversal.Impossible impossible) {
                obstacles.add("\"" + operation.description() + "\" cannot be taken back: " + impossible.reason());
            }
            Optional<Reversal.WithOwner> bound = Optional.of(reversal)
                    .filter(Reversal.WithOwner.class::isInstance)
                    .map(Reversal.WithOwner.class::cast);
            parts.add(new Part(reversal.operations(), reversal.lost(), bound));
            state = operation.after(state);
        }
        Collections.reverse(parts);
        return obstacles.isEmpty() ? withoutCovered(parts, state) : new Inverse(List.of(), List.of(), obstacles);
    }

    private static Inverse withoutCovered(List<Part> parts, Database after) {
        Deque<Part> left = new ArrayDeque<>();
        Deque<String> obstacles = new ArrayDeque<>();
        Set<ObjectId<?>> droppedLater = new HashSet<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            part.obstacle(droppedLater, after).ifPresent(obstacles::addFirst);
            if (!part.isCovered(droppedLater, after)) {
                left.addFirst(part);
            }
            part.dropped().forEach(droppedLater::add);
        }
        if (!obstacles.isEmpty()) {
            return new Inverse(List.of(), List.of(), List.copyOf(obstacles));
        }
        List<Part> shortened = List.copyOf(left);
        return runs(shortened, after) ? of(shortened) : complete(parts, after);
    }

    /** Where something must go before its owner can, such as a foreign key of two tables that reference each other. */
    private static Inverse complete(List<Part> parts, Database after) {
        try {
            replay(parts, after);
            return of(parts);
        } catch (RefusedException e) {
            return new Inverse(List.of(), List.of(), List.of(e.getMessage()));
        }
    }

    private static Inverse of(List<Part> parts) {
        return new Inverse(
                parts.stream().flatMap(part -> part.operations().stream()).toList(),
                parts.stream().flatMap(part -> part.lost().stream()).distinct().toList(),
                List.of());
    }

    private static boolean runs(List<Part> parts, Database after) {
        try {
            replay(parts, after);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private static void replay(List<Part> parts, Database after) {
        Database state = after;
        for (Part part : parts) {
            for (Operation operation : part.operations()) {
                state = operation.after(state);
            }
        }
    }

    private static boolean isCovered(ObjectId<?> subject, Set<ObjectId<?>> dropped, Database state) {
        if (dropped.contains(subject)) {
            return true;
        }
        return state.find(subject)
                .flatMap(SchemaObject::owner)
                .filter(owner -> isCovered(owner, dropped, state))
                .isPresent();
    }
}
