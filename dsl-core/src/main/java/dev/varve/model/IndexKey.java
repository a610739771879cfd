package dev.varve.model;

import dev.varve.sql.Composed;
import dev.varve.sql.Expression;
import dev.varve.sql.Identifier;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Sql;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One key of an index: a column or an expression, and its order.
 *
 * @param column whether the expression is just the quoted name of a column
 * @param collation in which order its texts are; the one that they have anyway if empty
 * @param operatorClass empty for the default of the type
 * @param statistics how closely {@code analyze} looks at the values of an expression; as the server is configured if empty
 */
public record IndexKey(
        Expression expression,
        boolean column,
        Optional<QualifiedName> collation,
        Optional<OperatorClass> operatorClass,
        boolean descending,
        boolean nullsFirst,
        Optional<Integer> statistics)
        implements Composed {

    private IndexKey(Expression expression, boolean column) {
        this(expression, column, Optional.empty(), Optional.empty(), false, false, Optional.empty());
    }

    /** A column in ascending order, nulls last. */
    public static IndexKey column(String name) {
        return new IndexKey(new Expression(Identifier.of(name).sql()), true);
    }

    /** An expression in ascending order, nulls last; one that is nothing but the name of a column is that column. */
    public static IndexKey expression(Expression expression) {
        boolean column = expression.bareNames().stream()
                .anyMatch(name -> expression.text().equals(Identifier.of(name).sql()));
        return new IndexKey(expression, column);
    }

    /** The same key from the greatest value to the least, nulls first. */
    public IndexKey desc() {
        return ordered(true, true);
    }

    /** The same key with nulls before all values. */
    public IndexKey withNullsFirst() {
        return ordered(descending, true);
    }

    /** The same key with nulls after all values. */
    public IndexKey withNullsLast() {
        return ordered(descending, false);
    }

    private IndexKey ordered(boolean down, boolean nulls) {
        return new IndexKey(expression, column, collation, operatorClass, down, nulls, statistics);
    }

    /** The same key with its texts in the order of a collation of PostgreSQL, such as {@code "C"}. */
    public IndexKey collate(String name) {
        return collate("pg_catalog", name);
    }

    /** The same key with its texts in the order of a collation. */
    public IndexKey collate(String schema, String name) {
        return collated(Optional.of(QualifiedName.of(schema, name)));
    }

    private IndexKey collated(Optional<QualifiedName> other) {
        return new IndexKey(expression, column, other, operatorClass, descending, nullsFirst, statistics);
    }

    /** The same key compared by another operator class. */
    public IndexKey using(String otherClass) {
        return using(OperatorClass.of(otherClass));
    }

    /** The same key compared by an operator class of a schema. */
    public IndexKey using(String schema, String otherClass) {
        return using(new OperatorClass(QualifiedName.of(schema, otherClass), Options.none()));
    }

    /** The same key compared by another operator class. */
    public IndexKey using(OperatorClass other) {
        return compared(Optional.of(other));
    }

    private IndexKey compared(Optional<OperatorClass> other) {
        return new IndexKey(expression, column, collation, other, descending, nullsFirst, statistics);
    }

    /**
     * The same key with a parameter of its operator class, such as {@code siglen}.
     *
     * @throws IllegalStateException if it was not said which class that is
     */
    public IndexKey with(String parameter, String value) {
        OperatorClass known = operatorClass.orElseThrow(() -> new IllegalStateException(
                "Parameter " + parameter + " is one of an operator class; say with using(...) of which."));
        return using(new OperatorClass(known.name(), known.parameters().and(parameter, value)));
    }

    /** The same key, an expression of whose values {@code analyze} looks at so many, or as many as the server is configured to. */
    public IndexKey statistics(Optional<Integer> target) {
        return new IndexKey(expression, column, collation, operatorClass, descending, nullsFirst, target);
    }

    /** Whether the key leans on that column. */
    public boolean uses(String name) {
        return expression.bareNames().contains(name);
    }

    /** Every name with a schema that it says. */
    Set<QualifiedName> qualifiedNames() {
        Set<QualifiedName> names = new HashSet<>(expression.qualifiedNames());
        collation.ifPresent(names::add);
        operatorClass.filter(c -> !c.isBuiltIn()).ifPresent(c -> names.add(c.name()));
        return names;
    }

    /** The schema that must exist for the operator class. */
    Set<ObjectId<?>> requiredSchemas() {
        Set<ObjectId<?>> schemas = new HashSet<>();
        operatorClass.filter(c -> !c.isBuiltIn()).ifPresent(c -> schemas.addAll(Schema.requiredBy(c.name())));
        return schemas;
    }

    IndexKey inWordsOf(IndexKey printed) {
        return new IndexKey(
                printed.expression,
                column,
                printed.collation,
                printed.operatorClass,
                descending,
                nullsFirst,
                statistics);
    }

    IndexKey following(ObjectId<?> relation, Rename rename) {
        return new IndexKey(
                rename.follow(relation, expression),
                column,
                collation.map(rename::followName),
                operatorClass.map(known -> known.following(rename)),
                descending,
                nullsFirst,
                statistics);
    }

    @Override
    public Sql whole() {
        Sql key = Sql.of(column ? "{}" : "({})", expression);
        Sql collated = collation.map(c -> Sql.of("{} collate {}", key, c)).orElse(key);
        Sql compared = operatorClass.map(c -> Sql.of("{} {}", collated, c)).orElse(collated);
        String nulls = nullsFirst == descending ? "" : nullsFirst ? " nulls first" : " nulls last";
        return Sql.of("{}" + (descending ? " desc" : "") + nulls, compared);
    }
}
