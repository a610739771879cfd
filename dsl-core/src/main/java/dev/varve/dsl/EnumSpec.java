package dev.varve.dsl;

import dev.varve.model.EnumType;
import dev.varve.model.ObjectId;
import dev.varve.operation.AddEnumValue;
import dev.varve.operation.AddEnumValue.Place;
import dev.varve.operation.CascadeRecreate;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RebuildEnum;
import dev.varve.operation.RenameEnumValue;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Map;

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
            changes.add(new AddEnumValue(type, value, Place.LAST));
            return this;
        }

        /** Adds a value before another one. PostgreSQL cannot remove it again. */
        public Alteration addValueBefore(String value, String next) {
            changes.add(new AddEnumValue(type, value, Place.before(next)));
            return this;
        }

        /** Adds a value after another one. PostgreSQL cannot remove it again. */
        public Alteration addValueAfter(String value, String previous) {
            changes.add(new AddEnumValue(type, value, Place.after(previous)));
            return this;
        }

        /**
         * Gives the enum these values and no others. The type is made anew and every table that has it is written anew; a row with a value
         * that is gone makes the change fail.
         */
        public Alteration rebuild(String... values) {
            return rebuild(List.of(values), Map.of());
        }

        /**
         * Gives the enum these values and no others, and rows with a value that is gone another one: {@code rebuild(List.of("BUY", "SELL"),
         * Map.of("SHORT", "SELL"))}.
         */
        public Alteration rebuild(List<String> values, Map<String, String> replacements) {
            changes.add(new CascadeRecreate(new RebuildEnum(type, values, replacements)));
            return this;
        }

        /** Says of the change just said that it may be lost what objects in the way hold of rows that are gone. */
        public Alteration cascadeRecreateLosing() {
            changes.cascadeRecreateLosing();
            return this;
        }

        /** Gives a value another name, in all rows that have it. */
        public Alteration renameValue(String from, String to) {
            changes.add(new RenameEnumValue(type, from, to));
            return this;
        }
    }
}
