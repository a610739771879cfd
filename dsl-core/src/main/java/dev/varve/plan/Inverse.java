package dev.varve.plan;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.RefusedException;
import dev.varve.model.SchemaObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import java.util.ArrayList;
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

        Stream<ObjectId<?>> subjects() {
            return operations.stream()
                    .map(Operation::footprint)
                    .flatMap(f ->
                            Stream.of(f.requires(), f.provides(), f.removes()).flatMap(Set::stream));
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
            parts.add(0, new Part(reversal.operations(), reversal.lost(), bound));
            state = operation.after(state);
        }
        return obstacles.isEmpty() ? withoutCovered(parts, state) : new Inverse(List.of(), List.of(), obstacles);
    }

    private static Inverse withoutCovered(List<Part> parts, Database after) {
        List<Part> left = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<ObjectId<?>> dropped = dropped(parts.subList(i + 1, parts.size()));
            boolean vanishes = part.bound()
                    .filter(b -> isCovered(b.owner(), dropped, after))
                    .isPresent();
            if (part.bound().isPresent() && !vanishes) {
                obstacles.add(part.bound().get().reason() + '.');
            }
            boolean covered = !part.operations().isEmpty()
                    && part.subjects().allMatch(subject -> isCovered(subject, dropped, after));
            if (!covered) {
                left.add(part);
            }
        }
        if (!obstacles.isEmpty()) {
            return new Inverse(List.of(), List.of(), obstacles);
        }
        return runs(left, after) ? of(left) : complete(parts, after);
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

    private static List<ObjectId<?>> dropped(List<Part> later) {
        return later.stream()
                .flatMap(part -> part.operations().stream())
                .filter(DropObject.class::isInstance)
                .<ObjectId<?>>map(drop -> ((DropObject) drop).id())
                .toList();
    }

    private static boolean isCovered(ObjectId<?> subject, List<ObjectId<?>> dropped, Database state) {
        if (dropped.contains(subject)) {
            return true;
        }
        return state.find(subject)
                .flatMap(SchemaObject::owner)
                .filter(owner -> isCovered(owner, dropped, state))
                .isPresent();
    }
}
