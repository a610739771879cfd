package dev.varve.spi;

import dev.varve.model.SchemaObject;
import java.util.List;
import java.util.Optional;

/** A kind of object, as it is read back from a server. How it is made and removed the object itself knows. */
public interface ObjectType<O extends SchemaObject> {

    /** The class of its objects. */
    Class<O> type();

    /**
     * The system catalog that has a row for each object of the kind, as {@link Catalog#holds} names it. Where that holds nothing of users, the
     * kind is not read.
     */
    default Optional<String> catalog() {
        return Optional.empty();
    }

    /** All objects of the kind that are part of the schema, whatever their order. */
    List<O> introspect(Catalog catalog);
}
