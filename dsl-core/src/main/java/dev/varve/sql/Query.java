package dev.varve.sql;

import java.util.Set;

/** The text of a {@code select}, as a view holds it. */
public record Query(String text) implements Fragment {

    public Query {
        text = text.strip();
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A query must not be empty.");
        }
    }

    /** A query as PostgreSQL prints it, in the form in which it stays when it is read and printed once more. */
    public static Query printed(String text) {
        return new Query(SqlText.of(text).settled());
    }

    /** This query with an object called by its new name, where it is named with its schema. */
    public Query renamingObject(QualifiedName from, QualifiedName to) {
        return new Query(SqlText.of(text).renamingObject(from, to));
    }

    /** This query with a schema called by its new name. */
    public Query renamingSchema(String from, String to) {
        return new Query(SqlText.of(text).renamingSchema(from, to));
    }

    /** This query with calls of these functions, where they are named without a schema, named with it. */
    public Query qualifyingCalls(Set<String> functions, String schema) {
        return new Query(SqlText.of(text).qualifyingCalls(functions, schema));
    }

    /** Every name of the form {@code a.b}: objects with their schemas, and columns with their tables. */
    public Set<QualifiedName> qualifiedNames() {
        return SqlText.of(text).qualifiedNames();
    }

    /** Whether a name occurs in the text as a name, whatever it means there. */
    public boolean mentions(String name) {
        return SqlText.of(text).names().contains(name);
    }

    @Override
    public String sql() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
