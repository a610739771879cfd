package dev.varve.operation;

import dev.varve.model.SchemaObject;

/**
 * One way in which an object becomes different, as a value. What SQL makes the difference the object knows.
 *
 * @param <T> the class of the objects
 */
public interface ObjectChange<T extends SchemaObject> {

    /** The object as it is afterwards, under the same id. */
    T of(T before);

    /** An object that becomes this one, whatever it was. */
    record Becoming<T extends SchemaObject>(T object) implements ObjectChange<T> {

        @Override
        public T of(T before) {
            return object;
        }
    }
}
