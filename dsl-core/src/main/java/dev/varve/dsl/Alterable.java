package dev.varve.dsl;

/**
 * Something that {@link Changes#alter} can change.
 *
 * @param <A> the words for changing it
 */
public interface Alterable<A> {

    /** The words for changing it, each of which is recorded as it is said. */
    A alteration(Changes changes);
}
