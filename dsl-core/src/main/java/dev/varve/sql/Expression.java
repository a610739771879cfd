package dev.varve.sql;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scalar SQL expression, such as a default, a check or an index predicate. */
public record Expression(String text) implements Fragment {

    private static final Pattern CAST_STRING =
            Pattern.compile("(?<string>'(?:[^']|'')*')::(?<type>text|character varying|varchar)");

    public Expression {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("An expression must not be empty.");
        }
    }

    /** The constant of a Java value. */
    public static Expression constant(Object value) {
        return new Expression(Literal.of(value).sql());
    }

    /** An expression as PostgreSQL prints it, in a spelling of which it prints the same once it has read it. */
    public static Expression printed(String text) {
        return new Expression(PrintedText.spelled(text));
    }

    /** This expression with a column called by its new name. */
    public Expression renamingColumn(String from, String to) {
        return new Expression(ColumnPlaces.of(text).renaming(from, to));
    }

    /** This expression with an object called by its new name, where it is named with its schema. */
    public Expression renamingObject(QualifiedName from, QualifiedName to) {
        return new Expression(QualifiedPlaces.of(text).renamingObject(from, to));
    }

    /** This expression with a schema called by its new name. */
    public Expression renamingSchema(String from, String to) {
        return new Expression(QualifiedPlaces.of(text).renamingSchema(from, to));
    }

    /**
     * This expression with a value of an enum called by its new name.
     *
     * @param all whether strings that are cast to nothing mean values of the enum, too
     */
    public Expression renamingValue(QualifiedName type, String from, String to, boolean all) {
        return new Expression(ValuePlaces.of(text).renaming(type, from, to, all));
    }

    /** Whether it holds that string, alone or in an array, and does not say of what type it is. */
    public boolean saysWithoutCast(String value) {
        return ValuePlaces.of(text).saysWithoutCast(value);
    }

    /** This expression without the cast, if it is just a string that is cast to a text of any length, {@code text} or {@code varchar}. */
    public Expression withoutCastTo(String type) {
        Matcher cast = CAST_STRING.matcher(text);
        boolean isCast = cast.matches() && cast.group("type").equals("text") == type.equals("text");
        return isCast ? new Expression(cast.group("string")) : this;
    }

    /** Every name that is not qualified, not called as a function and not a string: the columns among them, and key words. */
    public Set<String> bareNames() {
        return ColumnPlaces.of(text).possible();
    }

    /** The names that can be nothing but columns where they stand; others may be columns, too. */
    public Set<String> columns() {
        return ColumnPlaces.of(text).certain();
    }

    /** Whether a name occurs in the text as a name, whatever it means there. */
    public boolean mentions(String name) {
        return SqlText.of(text).names().contains(name);
    }

    /** Every name that is written with a schema. */
    public Set<QualifiedName> qualifiedNames() {
        return text.indexOf('.') < 0 ? Set.of() : QualifiedPlaces.of(text).names();
    }

    /** The one spelling of all those that certainly say the same as this expression; only to be compared. */
    public Expression folded() {
        return new Expression(String.join(" ", NormalForm.of(text).lexemes()));
    }

    /** What is certain, without a server, of this expression and another one. */
    public Likeness likeness(Expression other) {
        Likeness likeness = NormalForm.of(text).likeness(NormalForm.of(other.text));
        boolean areDifferent = likeness == Likeness.UNKNOWN && (hasColumnBeside(other) || other.hasColumnBeside(this));
        return areDifferent ? Likeness.DIFFERENT : likeness;
    }

    /** A column is printed wherever it is used. */
    private boolean hasColumnBeside(Expression other) {
        Set<String> names = SqlText.of(other.text).names();
        return columns().stream().anyMatch(column -> !names.contains(column));
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
