package dev.varve.dsl;

import dev.varve.model.BaseType;
import dev.varve.model.BaseTypeDefinition;
import dev.varve.model.BaseTypeDefinition.Layout;
import dev.varve.model.BaseTypeDefinition.Role;
import dev.varve.model.BaseTypeDefinition.Values;
import dev.varve.model.ColumnStorage;
import dev.varve.model.ObjectId;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DefineType;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.operation.UndefineType;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A base type as it is written; with its name alone it stands for one that is already there, and is created as a shell, so that functions
 * can take and give it. By these it is defined then.
 */
public record BaseTypeSpec(BaseType type) implements Named, Creation, Alterable<BaseTypeSpec.Alteration> {

    static BaseTypeSpec of(String name) {
        return new BaseTypeSpec(BaseType.shell(QualifiedName.of("public", name)));
    }

    /** Puts the type into a schema. */
    public BaseTypeSpec inSchema(String schema) {
        return new BaseTypeSpec(type.named(type.name().inSchema(schema)));
    }

    /** A column of the type. */
    public ColumnSpec<String> column() {
        return Types.typed(type.name().sql(), String.class);
    }

    @Override
    public ObjectId<BaseType> id() {
        return type.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(type));
    }

    @Override
    public Alteration alteration(Changes changes) {
        return new Alteration(id(), changes);
    }

    /** What a type is made of, as it is written. */
    public record Definition(BaseTypeDefinition definition) {

        private Definition with(Role role, String schema, String function) {
            return new Definition(definition.with(role, Optional.of(QualifiedName.of(schema, function))));
        }

        /** Makes a value of bytes by a function of that schema. */
        public Definition receive(String schema, String function) {
            return with(Role.RECEIVE, schema, function);
        }

        /** Makes bytes of a value by a function of that schema. */
        public Definition send(String schema, String function) {
            return with(Role.SEND, schema, function);
        }

        /** Has modifiers that one function of that schema reads and another one writes. */
        public Definition modifiers(String schema, String in, String out) {
            return with(Role.TYPMOD_IN, schema, in).with(Role.TYPMOD_OUT, schema, out);
        }

        /** Looks at the values of a column for the planner by a function of that schema. */
        public Definition analyze(String schema, String function) {
            return with(Role.ANALYZE, schema, function);
        }

        /** Takes parts of a value by a function of that schema. */
        public Definition subscript(String schema, String function) {
            return with(Role.SUBSCRIPT, schema, function);
        }

        /** Has values of so many bytes each. */
        public Definition length(int bytes) {
            Layout old = definition.layout();
            return laidOut(new Layout(Optional.of(bytes), old.byValue(), old.alignment(), old.storage()));
        }

        /** Gives a value as it is and not by where it lies; its length is that of a number of PostgreSQL. */
        public Definition passedByValue() {
            Layout old = definition.layout();
            return laidOut(new Layout(old.length(), true, old.alignment(), old.storage()));
        }

        /** Begins where this can begin: {@code char}, {@code int2}, {@code int4} or {@code double}. */
        public Definition alignment(String alignment) {
            Layout old = definition.layout();
            return laidOut(new Layout(old.length(), old.byValue(), alignment, old.storage()));
        }

        /** Keeps long values there unless a column says otherwise. */
        public Definition storage(ColumnStorage storage) {
            Layout old = definition.layout();
            return laidOut(new Layout(old.length(), old.byValue(), old.alignment(), storage));
        }

        private Definition laidOut(Layout layout) {
            return new Definition(definition.laidOut(layout));
        }

        /** Is one of the types of that letter, such as {@code N} for numbers, and the one to which others are cast or not. */
        public Definition category(String letter, boolean preferred) {
            return valued(definition.values().among(letter, preferred));
        }

        /** Is the value of this text where a column has no default. */
        public Definition defaultTo(String text) {
            return valued(definition.values().initially(text));
        }

        /** Has values that are arrays of what the column has. */
        public Definition elements(ColumnSpec<?> type) {
            return valued(definition.values().of(type.type()));
        }

        /** Stands between values in the text of an array. */
        public Definition delimiter(String character) {
            return valued(definition.values().delimitedBy(character));
        }

        /** Has values that can be compared by a collation. */
        public Definition collatable() {
            return valued(definition.values().collated());
        }

        private Definition valued(Values values) {
            return new Definition(definition.valued(values));
        }
    }

    private record Doing(Role role, Optional<QualifiedName> function) implements ObjectChange<BaseType> {

        @Override
        public BaseType of(BaseType before) {
            return new BaseType(before.name(), before.definition().map(definition -> definition.with(role, function)));
        }
    }

    private record Storing(ColumnStorage storage) implements ObjectChange<BaseType> {

        @Override
        public BaseType of(BaseType before) {
            return new BaseType(
                    before.name(),
                    before.definition()
                            .map(made -> new Definition(made).storage(storage).definition()));
        }
    }

    /** The words for changing a base type. */
    public static final class Alteration {

        private final ObjectId<BaseType> type;
        private final Changes changes;

        private Alteration(ObjectId<BaseType> type, Changes changes) {
            this.type = type;
            this.changes = changes;
        }

        /** Makes the type of a shell. */
        public Alteration define(Definition definition) {
            changes.add(new DefineType(type, definition.definition()));
            return this;
        }

        /** Makes a shell of the type again, which no column may have. */
        public Alteration undefine() {
            changes.add(new UndefineType(type));
            return this;
        }

        /** Does that by a function of that schema from now on; texts are read and written as before. */
        public Alteration by(Role role, String schema, String function) {
            return record(new Doing(role, Optional.of(QualifiedName.of(schema, function))));
        }

        /** Does that no more. */
        public Alteration without(Role role) {
            return record(new Doing(role, Optional.empty()));
        }

        /** Keeps long values there from now on, in columns to come. */
        public Alteration storage(ColumnStorage storage) {
            return record(new Storing(storage));
        }

        private Alteration record(ObjectChange<BaseType> change) {
            changes.add(new AlterObject<>(type, change));
            return this;
        }
    }
}
