package dev.varve.dsl;

import dev.varve.model.AccessMethodDefinition;
import dev.varve.model.AccessMethodDefinition.Purpose;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** An access method as it is written; with its name alone it stands for one that is already there. */
public record AccessMethodSpec(AccessMethodDefinition method) implements Named, Creation, Replacement {

    static AccessMethodSpec of(String name) {
        return new AccessMethodSpec(
                new AccessMethodDefinition(name, Purpose.INDEX, QualifiedName.unqualified("nothing")));
    }

    /** Is a kind of index, done by a function of that schema. */
    public AccessMethodSpec forIndexes(String schema, String handler) {
        return by(Purpose.INDEX, QualifiedName.of(schema, handler));
    }

    /** Is a way to keep the rows of tables, done by a function of that schema. */
    public AccessMethodSpec forTables(String schema, String handler) {
        return by(Purpose.TABLE, QualifiedName.of(schema, handler));
    }

    private AccessMethodSpec by(Purpose purpose, QualifiedName handler) {
        return new AccessMethodSpec(new AccessMethodDefinition(method.name(), purpose, handler));
    }

    @Override
    public ObjectId<AccessMethodDefinition> id() {
        return method.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(method));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(method);
    }
}
