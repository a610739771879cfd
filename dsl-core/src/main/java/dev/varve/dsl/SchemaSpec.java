package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.Schema;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.List;

/** A schema by its name. */
public record SchemaSpec(String name) implements Named, Creation {

    @Override
    public ObjectId<Schema> id() {
        return Schema.id(name);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(new Schema(name)));
    }
}
