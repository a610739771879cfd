package dev.varve.operation;

import dev.varve.model.ObjectId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects that an operation touches.
 *
 * @param requires what must be there before it, and is still there after it
 * @param provides what is there after it, and was not before
 * @param removes what was there before it, and is no more
 */
public record Footprint(Set<ObjectId<?>> requires, Set<ObjectId<?>> provides, Set<ObjectId<?>> removes) {

    public Footprint {
        requires = Set.copyOf(requires);
        provides = Set.copyOf(provides);
        removes = Set.copyOf(removes);
    }

    /** The footprint of an operation that changes an object. */
    public static Footprint of(ObjectId<?> changed) {
        return new Footprint(Set.of(changed), Set.of(), Set.of());
    }

    /** The footprint of an operation of which nothing is known. */
    public static Footprint unknown() {
        return new Footprint(Set.of(), Set.of(), Set.of());
    }

    /** All objects that are touched, in whatever way; none if nothing is known. */
    public Set<ObjectId<?>> subjects() {
        return Stream.of(requires, provides, removes).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
