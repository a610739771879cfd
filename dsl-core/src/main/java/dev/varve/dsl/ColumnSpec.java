package dev.varve.dsl;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.SequenceOptions;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * What a column is like, without its name: its type, whether it may be null, where its values come from, and the rules that they keep.
 *
 * @param <T> the Java type of its values
 */
public final class ColumnSpec<T> {

    private final TypeName type;
    private final Class<T> javaType;
    private final boolean notNull;
    private final Optional<ColumnValue> value;
    private final List<ColumnClause<T>> clauses;

    private ColumnSpec(
            TypeName type,
            Class<T> javaType,
            boolean notNull,
            Optional<ColumnValue> value,
            List<ColumnClause<T>> clauses) {
        this.type = type;
        this.javaType = javaType;
        this.notNull = notNull;
        this.value = value;
        this.clauses = List.copyOf(clauses);
    }

    static <T> ColumnSpec<T> of(TypeName type, Class<T> javaType) {
        return new ColumnSpec<>(type, javaType, false, Optional.empty(), List.of());
    }

    /** Refuses null. */
    public ColumnSpec<T> notNull() {
        return new ColumnSpec<>(type, javaType, true, value, clauses);
    }

    /** Takes this value where a new row gives none. */
    public ColumnSpec<T> defaultTo(T constant) {
        return valued(new ColumnValue.Default(Expression.constant(constant)));
    }

    /** Takes the value of this field where a new row gives none. */
    public ColumnSpec<T> defaultTo(Field<T> field) {
        return valued(new ColumnValue.Default(JooqText.of(field)));
    }

    /** Takes the value of this expression, such as {@code sql("now()")}, where a new row gives none. */
    public ColumnSpec<T> defaultTo(Expression expression) {
        return valued(new ColumnValue.Default(expression));
    }

    /** Computes the value from other columns of the row, and stores it; nobody can write it. */
    public ColumnSpec<T> generatedAs(Field<T> field) {
        return valued(new ColumnValue.Generated(JooqText.of(field)));
    }

    /** Computes the value from other columns of the row, and stores it; nobody can write it. */
    public ColumnSpec<T> generatedAs(Expression expression) {
        return valued(new ColumnValue.Generated(expression));
    }

    /** Numbers the rows, and refuses a number that a statement gives. */
    public ColumnSpec<T> identity() {
        return valued(new ColumnValue.Identity(true, SequenceOptions.PLAIN));
    }

    /** Numbers the rows that come without a number. */
    public ColumnSpec<T> identityByDefault() {
        return valued(new ColumnValue.Identity(false, SequenceOptions.PLAIN));
    }

    /** Numbers the rows from a number on. */
    public ColumnSpec<T> identityFrom(long start) {
        return valued(new ColumnValue.Identity(true, SequenceOptions.PLAIN.startingAt(start)));
    }

    private ColumnSpec<T> valued(ColumnValue other) {
        value.ifPresent(first -> {
            throw new IllegalArgumentException("A column's value was already said to be \"" + first.clause()
                    + "\"; it cannot also be \"" + other.clause() + "\".");
        });
        return new ColumnSpec<>(type, javaType, notNull, Optional.of(other), clauses);
    }

    /** Refuses values that do not meet the condition. */
    public ColumnSpec<T> check(Function<Field<T>, Condition> condition) {
        return with(new ColumnClause.Checked<>(condition));
    }

    /** Refuses rows that do not meet the condition, such as {@code "price > 0"}. */
    public ColumnSpec<T> check(String condition) {
        return with(new ColumnClause.CheckedByText<>(new Expression(condition)));
    }

    /** Refuses a value that another row has. */
    public ColumnSpec<T> unique() {
        return with(new ColumnClause.Unique<>());
    }

    /** Names the rows of the table by this column alone. */
    public ColumnSpec<T> primaryKey() {
        return notNull().with(new ColumnClause.PrimaryKey<>());
    }

    /** Takes only values that the column of the other table has. */
    public ColumnSpec<T> references(TableReference table, String column) {
        return references(new Reference(table.id(), List.of(column)));
    }

    /** Takes only values that the other table has, with what happens when its row goes. */
    public ColumnSpec<T> references(Reference reference) {
        return with(new ColumnClause.References<>(reference));
    }

    /** Says what the column is for. */
    public ColumnSpec<T> comment(String text) {
        return with(new ColumnClause.Commented<>(text));
    }

    private ColumnSpec<T> with(ColumnClause<T> clause) {
        return new ColumnSpec<>(
                type,
                javaType,
                notNull,
                value,
                Stream.concat(clauses.stream(), Stream.of(clause)).toList());
    }

    /** The type of the column. */
    public TypeName type() {
        return type;
    }

    Class<T> javaType() {
        return javaType;
    }

    /** The same column as an array of its values. */
    @SuppressWarnings("unchecked") // the array class of a class is the class of its arrays
    ColumnSpec<T[]> asArray() {
        return of(type.asArray(), (Class<T[]>) javaType.arrayType());
    }

    Column column(String name) {
        if (type.isFloatingPoint()) {
            MoneyWords.refuseIn(name, type);
        }
        return Column.of(name, type).notNull(notNull).valued(value);
    }

    List<TableClause> tableClauses(String name) {
        List<TableClause> all = new ArrayList<>();
        clauses.forEach(clause -> all.add(clause.ofColumn(name, javaType)));
        return all;
    }
}
