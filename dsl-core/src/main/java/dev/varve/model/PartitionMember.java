package dev.varve.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Something that a partition has beside what it has of its table. */
public interface PartitionMember extends SchemaObject {

    /** The partition. */
    ObjectId<?> on();

    /** The partition as a table that has this, too. */
    Table addedTo(Table partition);

    /**
     * Looks whether the table can become another one without changing this.
     *
     * @throws RefusedException if it cannot
     */
    default void checkChange(Table before, Table after) {}

    @Override
    default Optional<ObjectId<?>> owner() {
        return Optional.of(on());
    }

    @Override
    default Set<ObjectId<?>> requires(Database database) {
        Set<ObjectId<?>> required = new HashSet<>(Partition.requiredOn(on(), database));
        required.add(on());
        return required;
    }
}
