package dev.varve.dsl;

import dev.varve.model.ObjectId;
import dev.varve.model.RangeType;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** A range type as it is written; with its name alone it stands for one that is already there. */
public record RangeTypeSpec(RangeType type) implements Named, Creation, Replacement {

    static RangeTypeSpec of(String name, ColumnSpec<?> subtype) {
        return new RangeTypeSpec(RangeType.of(QualifiedName.of("public", name), subtype.type()));
    }

    /** Puts the type into a schema. */
    public RangeTypeSpec inSchema(String schema) {
        return new RangeTypeSpec(type.named(type.name().inSchema(schema)));
    }

    /** Orders the bounds by an operator class of PostgreSQL, such as {@code "text_pattern_ops"}. */
    public RangeTypeSpec operatorClass(String name) {
        return operatorClass("pg_catalog", name);
    }

    /** Orders the bounds by an operator class. */
    public RangeTypeSpec operatorClass(String schema, String name) {
        return new RangeTypeSpec(type.ordered(QualifiedName.of(schema, name)));
    }

    /** Orders the bounds as a collation of PostgreSQL does, such as {@code "C"}. */
    public RangeTypeSpec collate(String collation) {
        return collate("pg_catalog", collation);
    }

    /** Orders the bounds as a collation does. */
    public RangeTypeSpec collate(String schema, String collation) {
        return new RangeTypeSpec(type.collated(QualifiedName.of(schema, collation)));
    }

    /** Measures the distance of two bounds by a function, so that GiST indexes can be built well. */
    public RangeTypeSpec difference(String schema, String function) {
        return new RangeTypeSpec(type.measuredBy(QualifiedName.of(schema, function)));
    }

    /** Calls the type of sets of such ranges like that. */
    public RangeTypeSpec multirange(String name) {
        return new RangeTypeSpec(type.withMultirange(name));
    }

    @Override
    public ObjectId<RangeType> id() {
        return type.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(type));
    }

    @Override
    public Operation replacement() {
        return AlterObject.to(type);
    }
}
