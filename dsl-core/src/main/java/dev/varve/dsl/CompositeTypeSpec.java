package dev.varve.dsl;

import dev.varve.model.CompositeType;
import dev.varve.model.CompositeType.Attribute;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameAttribute;
import dev.varve.sql.QualifiedName;
import java.util.List;

/** A composite type as it is written; with its name alone it stands for one that is already there. */
public record CompositeTypeSpec(CompositeType type)
        implements Named, Creation, Replacement, Alterable<CompositeTypeSpec.Alteration> {

    static CompositeTypeSpec of(String name) {
        return new CompositeTypeSpec(new CompositeType(QualifiedName.of("public", name), List.of()));
    }

    /** Puts the type into a schema. */
    public CompositeTypeSpec inSchema(String schema) {
        return new CompositeTypeSpec(type.named(type.name().inSchema(schema)));
    }

    /** Adds an attribute at the end, of the type that the column has. */
    public CompositeTypeSpec attribute(String name, ColumnSpec<?> column) {
        return new CompositeTypeSpec(type.plus(attributeOf(name, column)));
    }

    private static Attribute attributeOf(String name, ColumnSpec<?> column) {
        return new Attribute(name, column.type(), column.collation());
    }

    @Override
    public ObjectId<CompositeType> id() {
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

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    private record Adding(Attribute attribute) implements ObjectChange<CompositeType> {

        @Override
        public CompositeType of(CompositeType before) {
            return before.plus(attribute);
        }
    }

    private record Removing(String attribute) implements ObjectChange<CompositeType> {

        @Override
        public CompositeType of(CompositeType before) {
            return before.minus(attribute);
        }
    }

    private record Retyping(Attribute attribute) implements ObjectChange<CompositeType> {

        @Override
        public CompositeType of(CompositeType before) {
            return before.with(attribute);
        }
    }

    /** The words for changing a composite type. */
    public static final class Alteration {

        private final ObjectId<CompositeType> type;
        private final Changes changes;

        private Alteration(ObjectId<CompositeType> type, Changes changes) {
            this.type = type;
            this.changes = changes;
        }

        private Alteration record(ObjectChange<CompositeType> change) {
            changes.add(new AlterObject<>(type, change));
            return this;
        }

        /** Adds an attribute at the end. */
        public Alteration addAttribute(String name, ColumnSpec<?> column) {
            return record(new Adding(attributeOf(name, column)));
        }

        /** Removes an attribute. */
        public Alteration dropAttribute(String name) {
            return record(new Removing(name));
        }

        /** Gives an attribute another type; no column may be of the composite type. */
        public Alteration alterAttribute(String name, ColumnSpec<?> column) {
            return record(new Retyping(attributeOf(name, column)));
        }

        /** Gives an attribute another name. */
        public Alteration renameAttribute(String from, String to) {
            changes.add(new RenameAttribute(type, from, to));
            return this;
        }
    }
}
