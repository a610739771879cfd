package dev.varve.model;

import dev.varve.sql.Expression;
import dev.varve.sql.Fragment;
import dev.varve.sql.Identifier;

/**
 * One key of an index: a column or an expression, and its order.
 *
 * @param column whether the expression is just the quoted name of a column
 * @param operatorClass empty for the default of the type
 */
public record IndexKey(
        Expression expression, boolean column, boolean descending, boolean nullsFirst, String operatorClass)
        implements Fragment {

    /** A column in ascending order, nulls last. */
    public static IndexKey column(String name) {
        return new IndexKey(new Expression(Identifier.of(name).sql()), true, false, false, "");
    }

    /** An expression in ascending order, nulls last; one that is nothing but the name of a column is that column. */
    public static IndexKey expression(Expression expression) {
        boolean column = expression.bareNames().stream()
                .anyMatch(name -> expression.text().equals(Identifier.of(name).sql()));
        return new IndexKey(expression, column, false, false, "");
    }

    /** The same key from the greatest value to the least, nulls first. */
    public IndexKey desc() {
        return new IndexKey(expression, column, true, true, operatorClass);
    }

    /** The same key with nulls before all values. */
    public IndexKey withNullsFirst() {
        return new IndexKey(expression, column, descending, true, operatorClass);
    }

    /** The same key with nulls after all values. */
    public IndexKey withNullsLast() {
        return new IndexKey(expression, column, descending, false, operatorClass);
    }

    /** The same key compared by another operator class. */
    public IndexKey using(String otherClass) {
        return new IndexKey(expression, column, descending, nullsFirst, otherClass);
    }

    /** Whether the key leans on that column. */
    public boolean uses(String name) {
        return expression.bareNames().contains(name);
    }

    IndexKey inWordsOf(IndexKey printed) {
        return new IndexKey(printed.expression, column, descending, nullsFirst, printed.operatorClass);
    }

    IndexKey following(ObjectId<?> relation, Rename rename) {
        return new IndexKey(rename.follow(relation, expression), column, descending, nullsFirst, operatorClass);
    }

    @Override
    public String sql() {
        String key = column ? expression.sql() : '(' + expression.sql() + ')';
        String operators = operatorClass.isEmpty() ? "" : ' ' + operatorClass;
        String nulls = nullsFirst == descending ? "" : nullsFirst ? " nulls first" : " nulls last";
        return key + operators + (descending ? " desc" : "") + nulls;
    }
}
