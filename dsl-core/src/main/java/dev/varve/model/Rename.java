package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.Optional;

/** A change of names that everything which uses the name must follow. */
public sealed interface Rename permits Rename.OfObject, Rename.OfColumn {

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

    private static String schemaOf(QualifiedName name) {
        return name.schema().isEmpty() ? name.name() : name.schema();
    }

    /** An expression over the columns of a relation after this. */
    default Expression follow(ObjectId<?> relation, Expression expression) {
        if (this instanceof OfColumn rename) {
            return rename.relation().equals(relation)
                    ? expression.renamingColumn(rename.from(), rename.to())
                    : expression;
        }
        OfObject rename = (OfObject) this;
        return rename.from().type() == Schema.class
                ? expression.renamingSchema(
                        rename.from().name().name(), rename.to().name().name())
                : expression.renamingObject(rename.from().name(), rename.to().name());
    }

    /** What a column of a relation is called after this. */
    default String followColumn(ObjectId<?> relation, String column) {
        return this instanceof OfColumn rename ? rename.follow(relation, column) : column;
    }
}
