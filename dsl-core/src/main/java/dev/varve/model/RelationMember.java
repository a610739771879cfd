package dev.varve.model;

import dev.varve.sql.Identifier;
import dev.varve.sql.Sql;
import dev.varve.sql.Statement;
import java.util.Optional;

/** An object that vanishes with a relation and is named within it, such as a trigger. */
public interface RelationMember extends SchemaObject {

    /** The name, which no other object of the kind has on the relation. */
    String name();

    /** The relation. */
    ObjectId<?> on();

    /** The same object under another name. */
    RelationMember called(String other);

    /** The statement that gives it another name. */
    default Statement calling(String other) {
        return Statement.of(Sql.of("alter {} rename to {}", address(), Identifier.of(other)), lock());
    }

    @Override
    default Optional<ObjectId<?>> owner() {
        return Optional.of(on());
    }

    @Override
    default Sql address() {
        return Sql.of(id().kind() + " {} on {}", Identifier.of(name()), on().name());
    }
}
