package dev.varve.diff;

import dev.varve.model.RefusedException;
import dev.varve.operation.Operation;

/**
 * A change that a difference needs and that cannot be made.
 *
 * @param reason why not, with what to do
 */
public record Obstacle(Operation operation, RefusedException reason) {

    /** The change and the reason, as a message says them. */
    @Override
    public String toString() {
        return "It is not possible to " + operation.description() + ": " + reason.getMessage();
    }
}
