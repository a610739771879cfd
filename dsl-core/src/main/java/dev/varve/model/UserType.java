package dev.varve.model;

import dev.varve.sql.Sql;
import java.util.Optional;
import java.util.Set;

/** A data type that the database itself has made. */
public interface UserType extends SchemaMember {

    @Override
    default Set<Slot> slots() {
        return Set.of(Slot.type(name()));
    }

    @Override
    default Sql address() {
        return Sql.of("type {}", name());
    }

    @Override
    default Optional<Grantable> grantable() {
        return Optional.of(Grantable.TYPE);
    }

    @Override
    default Sql granted() {
        return Sql.of("type {}", name());
    }
}
