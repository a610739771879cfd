package dev.varve.dsl;

import dev.varve.model.EnumType;
import dev.varve.model.ObjectId;
import dev.varve.operation.AddEnumValue;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameEnumValue;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** An enum as it is written; with its name alone it stands for one that is already there. */
public record EnumSpec(QualifiedName name, List<String> values)
        implements Named, Creation, Alterable<EnumSpec.Alteration> {

    public EnumSpec {
        values = List.copyOf(values);
    }

    /** Puts the type into a schema. */
    public EnumSpec inSchema(String schema) {
        return new EnumSpec(name.inSchema(schema), values);
    }

    /** The values, in their order. */
    public EnumSpec values(String... labels) {
        return new EnumSpec(name, List.of(labels));
    }

    @Override
    public ObjectId<EnumType> id() {
        return EnumType.id(name);
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(new EnumType(name, values)));
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    /** The words for changing an enum. */
    public static final class Alteration {

        private final ObjectId<EnumType> type;
        private final Changes changes;

        private Alteration(ObjectId<EnumType> type, Changes changes) {
            this.type = type;
            this.changes = changes;
        }

        /** Adds a value at the end. PostgreSQL cannot remove it again. */
        public Alteration addValue(String value) {
            changes.add(new AddEnumValue(type, value, Optional.empty()));
            return this;
        }

        /** Adds a value before another one. PostgreSQL cannot remove it again. */
        public Alteration addValueBefore(String value, String next) {
            changes.add(new AddEnumValue(type, value, Optional.of(next)));
            return this;
        }

        /** Gives a value another name, in all rows that have it. */
        public Alteration renameValue(String from, String to) {
            changes.add(new RenameEnumValue(type, from, to));
            return this;
        }
    }
}
