package dev.varve.sql;

import java.util.Comparator;

/** The name of an object and of the schema that it lives in; the schema is empty for objects that live in none. */
public record QualifiedName(String schema, String name) implements Fragment, Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> BY_SCHEMA_THEN_NAME =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    public QualifiedName {
        Identifier.of(name);
        if (!schema.isEmpty()) {
            Identifier.of(schema);
        }
    }

    /** The name of an object in a schema. */
    public static QualifiedName of(String schema, String name) {
        return new QualifiedName(schema, name);
    }

    /** The name of an object that lives in no schema, such as a schema itself. */
    public static QualifiedName unqualified(String name) {
        return new QualifiedName("", name);
    }

    /** The same name in another schema. */
    public QualifiedName inSchema(String other) {
        return new QualifiedName(other, name);
    }

    /** Another name in the same schema. */
    public QualifiedName named(String other) {
        return new QualifiedName(schema, other);
    }

    /** The name without its schema. */
    public Identifier simple() {
        return Identifier.of(name);
    }

    @Override
    public String sql() {
        return schema.isEmpty() ? simple().sql() : Identifier.of(schema).sql() + '.' + simple().sql();
    }

    @Override
    public int compareTo(QualifiedName other) {
        return BY_SCHEMA_THEN_NAME.compare(this, other);
    }

    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + '.' + name;
    }
}
