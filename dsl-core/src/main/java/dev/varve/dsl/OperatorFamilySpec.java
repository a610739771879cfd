package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.OperatorFamily;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** An operator family. */
public record OperatorFamilySpec(OperatorFamily family) implements Named, Creation {

    static OperatorFamilySpec of(String name, String method) {
        return new OperatorFamilySpec(new OperatorFamily(QualifiedName.of("public", name), method));
    }

    /** Puts the family into a schema. */
    public OperatorFamilySpec inSchema(String schema) {
        return new OperatorFamilySpec(family.named(family.name().inSchema(schema)));
    }

    @Override
    public ObjectId<OperatorFamily> id() {
        return family.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(family));
    }
}
