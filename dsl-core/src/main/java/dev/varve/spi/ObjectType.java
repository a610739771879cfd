package dev.varve.spi;

import dev.varve.model.Database;
import dev.varve.model.SchemaObject;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A kind of object: how it is read back from a server, and by which operations one becomes another. What SQL these are the objects
 * themselves know.
 */
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

    /** The operations that make an object that is not there; {@code from} is the state before all changes. */
    default List<Operation> create(O object, Database from) {
        return List.of(new CreateObject(object));
    }

    /** The operations that make another object of the same id of one. */
    default List<Operation> change(O from, O to) {
        return List.of(AlterObject.to(to));
    }

    /**
     * The operations that remove an object; {@code from} is the state before all changes and {@code to} the one after them.
     */
    default List<Operation> drop(O object, Database from, Database to) {
        return List.of(new DropObject(object.id()));
    }
}
