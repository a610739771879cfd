package dev.varve.dsl;

import dev.varve.model.Extension;
import dev.varve.model.ObjectId;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.List;
import java.util.Optional;

/** An extension of PostgreSQL by its name. */
public record ExtensionSpec(String name, Optional<String> schema) implements Named, Creation {

    /** Puts the objects of the extension into a schema. */
    public ExtensionSpec inSchema(String other) {
        return new ExtensionSpec(name, Optional.of(other));
    }

    @Override
    public ObjectId<Extension> id() {
        return Extension.id(name);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(new Extension(name, schema)));
    }
}
