package dev.varve.spi;

import dev.varve.model.SchemaObject;
import java.util.List;

/** A kind of object, as it is read back from a server. How it is made and removed the object itself knows. */
public interface ObjectType<O extends SchemaObject> {

    /** The class of its objects. */
    Class<O> type();

    /** All objects of the kind that are part of the schema, whatever their order. */
    List<O> introspect(Catalog catalog);
}
