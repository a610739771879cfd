package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A change of names that everything which uses the name must follow. */
public sealed interface Rename
        permits Rename.OfObject, Rename.OfColumn, Rename.OfConstraint, Rename.OfValue, Rename.OfStranger {

    /** The object whose users must follow. */
    ObjectId<?> subject();

    /** What the object is called afterwards, where it was called {@code id}. */
    default Optional<ObjectId<?>> newId(ObjectId<?> id) {
        return Optional.empty();
    }

    /** An object that is called something else, or lives in another schema. */
    record OfObject(ObjectId<?> from, ObjectId<?> to) implements Rename {

        @Override
        public ObjectId<?> subject() {
            return from;
        }

        @Override
        public Optional<ObjectId<?>> newId(ObjectId<?> id) {
            return id.equals(from) ? Optional.of(to) : Optional.empty();
        }

        @Override
        public Expression follow(ObjectId<?> relation, Expression expression) {
            return from.type() == Schema.class
                    ? expression.renamingSchema(from.name().name(), to.name().name())
                    : expression.renamingObject(from.name(), to.name());
        }
    }

    /** A column that is called something else. */
    record OfColumn(ObjectId<?> relation, String from, String to) implements Rename {

        @Override
        public ObjectId<?> subject() {
            return relation;
        }

        /** The new name of a column of that relation. */
        public String follow(ObjectId<?> of, String column) {
            return of.equals(relation) && column.equals(from) ? to : column;
        }

        @Override
        public Expression follow(ObjectId<?> of, Expression expression) {
            return of.equals(relation) ? expression.renamingColumn(from, to) : expression;
        }
    }

    /** A constraint of a table that is called something else. */
    record OfConstraint(ObjectId<Table> table, String from, String to) implements Rename {

        @Override
        public ObjectId<?> subject() {
            return table;
        }

        @Override
        public Expression follow(ObjectId<?> relation, Expression expression) {
            return expression;
        }
    }

    /**
     * A value of an enum that is called something else.
     *
     * @param otherColumns the columns that are not of the enum, by relation: beside one of them a string may mean anything
     * @param castOnly whether only strings that are cast to the enum are meant
     */
    record OfValue(
            ObjectId<EnumType> type,
            String from,
            String to,
            Map<ObjectId<?>, Set<String>> otherColumns,
            boolean castOnly)
            implements Rename {

        public OfValue {
            otherColumns = Map.copyOf(otherColumns);
        }

        @Override
        public ObjectId<?> subject() {
            return type;
        }

        @Override
        public Rename forType(TypeName of) {
            return of.name().equals(type.name()) ? this : new OfValue(type, from, to, otherColumns, true);
        }

        @Override
        public Expression follow(ObjectId<?> relation, Expression expression) {
            Set<String> others = new HashSet<>(otherColumns.getOrDefault(relation, Set.of()));
            others.retainAll(expression.bareNames());
            if (!castOnly && !others.isEmpty() && expression.saysWithoutCast(from)) {
                throw unclear(relation, expression.text());
            }
            return expression.renamingValue(type.name(), from, to, !castOnly && others.isEmpty());
        }

        /** The refusal to follow a text that may or may not mean the value. */
        public RefusedException unclear(ObjectId<?> user, String text) {
            return new RefusedException(
                    user,
                    "The " + user + " says '" + from + "' in \"" + text + "\", which may or may not mean the value of "
                            + type
                            + ". Drop what says so before the rename and make it again after it, in the same revision.");
        }
    }

    /**
     * What an extension brings and nobody knows but by its name, such as a type or an operator, in another schema; or the multirange of a
     * range type.
     */
    record OfStranger(ObjectId<?> subject, QualifiedName from, QualifiedName to) implements Rename {

        @Override
        public QualifiedName followName(QualifiedName name) {
            return name.equals(from) ? to : name;
        }

        @Override
        public QualifiedName followName(QualifiedName name, Class<? extends SchemaObject> kind) {
            return followName(name);
        }

        @Override
        public Expression follow(ObjectId<?> relation, Expression expression) {
            return expression.renamingObject(from, to);
        }
    }

    /** This rename as it concerns an expression of that type over no columns. */
    default Rename forType(TypeName type) {
        return this;
    }

    /** What a relation is called after this. */
    @SuppressWarnings("unchecked") // a rename keeps the kind of the object
    default <T extends SchemaObject> ObjectId<T> follow(ObjectId<T> id) {
        return (ObjectId<T>) newId(id).orElse(id);
    }

    /** What an object is called after this, if it is its schema that is called something else. */
    default QualifiedName followSchema(QualifiedName name) {
        return newId(ObjectId.of(Schema.class, QualifiedName.unqualified(schemaOf(name))))
                .map(schema -> name.inSchema(schema.name().name()))
                .orElse(name);
    }

    /** What something is called after this that is known by its name alone, whatever its kind. */
    default QualifiedName followName(QualifiedName name) {
        boolean renamed = this instanceof OfObject object
                && object.from().name().equals(name)
                && object.from().type() != Schema.class;
        return renamed ? ((OfObject) this).to().name() : followSchema(name);
    }

    /** What something of that kind is called after this that is known by its name alone, where another kind may have the same name. */
    default QualifiedName followName(QualifiedName name, Class<? extends SchemaObject> kind) {
        return this instanceof OfObject object && object.from().type() == kind ? followName(name) : followSchema(name);
    }

    private static String schemaOf(QualifiedName name) {
        return name.schema().isEmpty() ? name.name() : name.schema();
    }

    /** An expression over the columns of a relation after this. */
    Expression follow(ObjectId<?> relation, Expression expression);

    /** What a column of a relation is called after this. */
    default String followColumn(ObjectId<?> relation, String column) {
        return this instanceof OfColumn rename ? rename.follow(relation, column) : column;
    }

    /** What columns of a relation are called after this. */
    default List<String> followColumns(ObjectId<?> relation, List<String> columns) {
        return columns.stream().map(column -> followColumn(relation, column)).toList();
    }
}
