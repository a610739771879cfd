package dev.varve.dsl;

import dev.varve.model.Firing;

/**
 * The words for switching a trigger.
 *
 * @param <A> the words for changing it
 */
public abstract class FiringAlteration<A extends FiringAlteration<A>> {

    FiringAlteration() {}

    /** Records that it runs in other sessions. */
    abstract A firing(Firing firing);

    /** Runs from now on, but not where the changes of another server are replayed. */
    public A enable() {
        return firing(Firing.ORIGIN);
    }

    /** Runs no more. */
    public A disable() {
        return firing(Firing.DISABLED);
    }

    /** Runs only where the changes of another server are replayed. */
    public A enableReplica() {
        return firing(Firing.REPLICA);
    }

    /** Runs also where the changes of another server are replayed. */
    public A enableAlways() {
        return firing(Firing.ALWAYS);
    }
}
