package dev.varve.plan;

import dev.varve.model.Database;
import dev.varve.operation.Operation;
import dev.varve.operation.Reversal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a list of operations is taken back: what each says of its reversal, newest first, without what a later drop of the owner covers.
 *
 * @param operations what runs, in order
 * @param lost what stays lost, in words
 * @param obstacles why there is no way back, in words; empty if there is one
 */
public record Inverse(List<Operation> operations, List<String> lost, List<String> obstacles) {

    public Inverse {
        operations = List.copyOf(operations);
        lost = List.copyOf(lost);
        obstacles = List.copyOf(obstacles);
    }

    static Inverse impossible(List<String> obstacles) {
        return new Inverse(List.of(), List.of(), obstacles);
    }

    /** Whether there is a way back. */
    public boolean isPossible() {
        return obstacles.isEmpty();
    }

    /** How the operations are taken back that led on from a state. */
    public static Inverse of(List<Operation> done, Database before) {
        List<ReversalPart> parts = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        Database state = before;
        for (Operation operation : done) {
            Reversal reversal = operation.reversal(state);
            if (reversal instanceof Reversal.Impossible impossible) {
                obstacles.add("\"" + operation.description() + "\" cannot be taken back: " + impossible.reason() + '.');
            }
            parts.add(ReversalPart.of(parts.size(), reversal));
            state = operation.after(state);
        }
        Collections.reverse(parts);
        return obstacles.isEmpty() ? new WayBack(parts, state).shortest() : impossible(obstacles);
    }
}
