package dev.varve.sql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The text of a {@code select}, as a view holds it. */
public record Query(String text) implements Fragment {

    public Query {
        text = Sql.statement(text).text();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A query must not be empty.");
        }
    }

    /** A query as PostgreSQL prints it, in a spelling of which it prints the same once it has read it. */
    public static Query printed(String text) {
        return new Query(PrintedText.spelled(text));
    }

    /** This query with an object called by its new name, where it is named with its schema. */
    public Query renamingObject(QualifiedName from, QualifiedName to) {
        return new Query(QualifiedPlaces.of(text).renamingObject(from, to));
    }

    /**
     * This query with a column of a relation called by its new name, and what it gives called as before, if every place is certain at which it
     * may name that column.
     */
    public Optional<Query> renamingColumn(QualifiedName relation, String from, String to) {
        return QueryColumns.of(text)
                .flatMap(columns -> columns.renaming(relation, from, to))
                .map(Query::new);
    }

    /** This query with a schema called by its new name. */
    public Query renamingSchema(String from, String to) {
        return new Query(QualifiedPlaces.of(text).renamingSchema(from, to));
    }

    /** This query with calls of these functions, where they are named without a schema, named with it. */
    public Query qualifyingCalls(Set<String> functions, String schema) {
        return new Query(FunctionCalls.of(text).qualifying(functions, schema));
    }

    /** This query with a value of an enum called by its new name, where it is cast to the enum. */
    public Query renamingValue(QualifiedName type, String from, String to) {
        return new Query(ValuePlaces.of(text).renaming(type, from, to, false));
    }

    /** Whether it holds that string, alone or in an array, and does not say of what type it is. */
    public boolean saysWithoutCast(String value) {
        return ValuePlaces.of(text).saysWithoutCast(value);
    }

    /** Every name of the form {@code a.b}: objects with their schemas, and columns with their tables. */
    public Set<QualifiedName> qualifiedNames() {
        return QualifiedPlaces.of(text).names();
    }

    /** The same, and whatever strings hold nothing but such a name: {@code nextval('shop.numbers')}. */
    public Set<QualifiedName> namesAndStrings() {
        return QualifiedPlaces.of(text).namesAndStrings();
    }

    /** Every name in the text, whatever it means there. */
    public Set<String> names() {
        return SqlText.of(text).names();
    }

    /** Whether it selects columns by {@code *}, without naming them. */
    public boolean selectsAll() {
        return Selection.of(text).isOfAll();
    }

    /** The words, strings and signs of the text in order, without space and comments; names that are not quoted in lower case. */
    public List<String> tokens() {
        return SqlText.of(text).withoutSpace();
    }

    /** The queries that it combines by {@code union}, {@code intersect} and {@code except}, in order; this one if it is but one. */
    public List<Query> parts() {
        return QueryParts.of(text).stream().map(Query::new).toList();
    }

    /** Whether a name occurs in the text as a name, whatever it means there. */
    public boolean mentions(String name) {
        return SqlText.of(text).names().contains(name);
    }

    /** Whether it selects from a relation, which it names with its schema. */
    public boolean selectsFrom(QualifiedName relation) {
        return Selection.of(text).isFrom(relation);
    }

    /** The one spelling of all those that certainly say the same as this query; only to be compared. */
    public Query folded() {
        return new Query(String.join(" ", NormalForm.of(text).lexemes()));
    }

    /** What is certain, without a server, of this query and another one. */
    public Likeness likeness(Query other) {
        Likeness likeness = NormalForm.of(text).likeness(NormalForm.of(other.text));
        boolean areDifferent = likeness == Likeness.UNKNOWN && hasOtherNumberOfColumns(other);
        return areDifferent ? Likeness.DIFFERENT : likeness;
    }

    private boolean hasOtherNumberOfColumns(Query other) {
        OptionalInt columns = SelectList.of(text).size();
        OptionalInt others = SelectList.of(other.text).size();
        return columns.isPresent() && others.isPresent() && columns.getAsInt() != others.getAsInt();
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
