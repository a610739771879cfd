package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.Transform;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A transform as it is written; with its type and language alone it stands for one that is already there. */
public record TransformSpec(Transform transform) implements Named, Creation, Replacement {

    static TransformSpec of(ColumnSpec<?> type, String language) {
        return new TransformSpec(new Transform(type.type(), language, Optional.empty(), Optional.empty()));
    }

    /** Brings values to the language by a function of that schema. */
    public TransformSpec fromSql(String schema, String function) {
        return new TransformSpec(new Transform(
                transform.type(),
                transform.language(),
                Optional.of(QualifiedName.of(schema, function)),
                transform.toSql()));
    }

    /** Brings values back by a function of that schema. */
    public TransformSpec toSql(String schema, String function) {
        return new TransformSpec(new Transform(
                transform.type(),
                transform.language(),
                transform.fromSql(),
                Optional.of(QualifiedName.of(schema, function))));
    }

    @Override
    public ObjectId<Transform> id() {
        return transform.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(transform));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(transform);
    }
}
