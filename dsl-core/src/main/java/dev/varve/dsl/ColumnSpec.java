package dev.varve.dsl;

import dev.varve.model.Column;
import dev.varve.model.ColumnCompression;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnStorage;
import dev.varve.model.ColumnValue;
import dev.varve.model.SequenceOptions;
import dev.varve.model.TypeName;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * What a column is like, without its name: its type, whether it may be null, where its values come from, and the rules that they keep.
 *
 * @param <T> the Java type of its values
 */
public final class ColumnSpec<T> {

    private static final String UNNAMED = "unnamed";

    private final Column column;
    private final Class<T> javaType;
    private final List<ColumnClause<T>> clauses;

    private ColumnSpec(Column column, Class<T> javaType, List<ColumnClause<T>> clauses) {
        this.column = column;
        this.javaType = javaType;
        this.clauses = List.copyOf(clauses);
    }

    static <T> ColumnSpec<T> of(TypeName type, Class<T> javaType) {
        return new ColumnSpec<>(Column.of(UNNAMED, type), javaType, List.of());
    }

    private ColumnSpec<T> like(Column other) {
        return new ColumnSpec<>(other, javaType, clauses);
    }

    /** Refuses null. */
    public ColumnSpec<T> notNull() {
        return like(column.notNull(true));
    }

    /** Compares texts by a collation that PostgreSQL brings, such as {@code "C"} or {@code "de-x-icu"}. */
    public ColumnSpec<T> collate(String collation) {
        return like(column.collated(QualifiedName.unqualified(collation)));
    }

    /** Compares texts by a collation of a schema. */
    public ColumnSpec<T> collate(String schema, String collation) {
        return like(column.collated(QualifiedName.of(schema, collation)));
    }

    /** Keeps long values in that place. */
    public ColumnSpec<T> storage(ColumnStorage storage) {
        return with(ColumnProperty.STORAGE, storage.word());
    }

    /** Compresses long values in that way. */
    public ColumnSpec<T> compression(ColumnCompression compression) {
        return with(ColumnProperty.COMPRESSION, compression.word());
    }

    /** Lets {@code analyze} look at the values so closely: from 0, not at all, to 10000. */
    public ColumnSpec<T> statistics(int target) {
        return with(ColumnProperty.STATISTICS, String.valueOf(target));
    }

    /** Lets PostgreSQL plan with so many different values, or as a negative number with that part of all rows. */
    public ColumnSpec<T> nDistinct(double number) {
        return with(ColumnProperty.N_DISTINCT, plain(number));
    }

    /** Lets PostgreSQL plan with so many different values in this column and those of the tables that inherit from its table. */
    public ColumnSpec<T> nDistinctInherited(double number) {
        return with(ColumnProperty.N_DISTINCT_INHERITED, plain(number));
    }

    /** Holds amounts that are binary fractions, knowingly: without this word such a type is refused for a column named after money. */
    public ColumnSpec<T> inexact() {
        return with(new ColumnClause.Inexact<>());
    }

    /** Whether a column of that name and type is refused unless it says {@link #inexact()}. */
    public static boolean needsInexact(String column, TypeName type) {
        return type.isFloatingPoint() && MoneyWords.isIn(column);
    }

    /** A number without an exponent and without zeros that say nothing. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private ColumnSpec<T> with(ColumnProperty property, String said) {
        return like(column.with(property, Optional.of(said)));
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
        return generatedAs(JooqText.of(field));
    }

    /** Computes the value from other columns of the row, and stores it; nobody can write it. */
    public ColumnSpec<T> generatedAs(Expression expression) {
        return valued(new ColumnValue.Generated(expression));
    }

    /** Computes the value from other columns of the row whenever it is read (PostgreSQL 18); nobody can write it. */
    public ColumnSpec<T> generatedVirtuallyAs(Field<T> field) {
        return generatedVirtuallyAs(JooqText.of(field));
    }

    /** Computes the value from other columns of the row whenever it is read (PostgreSQL 18); nobody can write it. */
    public ColumnSpec<T> generatedVirtuallyAs(Expression expression) {
        return valued(new ColumnValue.Generated(expression, true));
    }

    /**
     * Numbers the rows that come without a number, by a sequence that is dropped with the column. Whoever inserts rows needs the right to use
     * the sequence; an identity does the same without that.
     */
    public ColumnSpec<T> serial() {
        return notNull().valued(new ColumnValue.Serial(SequenceOptions.PLAIN, Optional.empty()));
    }

    /** Numbers the rows that come without a number like that, such as {@code from(100).by(10)}, by a sequence as {@link #serial()} does. */
    public ColumnSpec<T> serial(Numbering numbering) {
        return notNull().valued(new ColumnValue.Serial(numbering.options(), Optional.empty()));
    }

    /** Takes null, which {@link #serial()} alone would refuse. */
    public ColumnSpec<T> nullable() {
        return like(column.notNull(false));
    }

    /**
     * Names the sequence that numbers the rows, in the schema of the table; without this word PostgreSQL makes up a name.
     *
     * @throws IllegalArgumentException if no sequence numbers them
     */
    public ColumnSpec<T> sequence(String name) {
        ColumnValue.Numbered numbered = column.value()
                .filter(ColumnValue.Numbered.class::isInstance)
                .map(ColumnValue.Numbered.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("There is no sequence that could be called \"" + name
                        + "\": the column is neither an identity nor serial. Say that first."));
        return like(column.valued(Optional.of(numbered.of(Optional.of(QualifiedName.unqualified(name))))));
    }

    /** Numbers the rows, and refuses a number that a statement gives. */
    public ColumnSpec<T> identity() {
        return valued(new ColumnValue.Identity(true, SequenceOptions.PLAIN));
    }

    /** Numbers the rows like that, such as {@code from(100).by(10)}, and refuses a number that a statement gives. */
    public ColumnSpec<T> identity(Numbering numbering) {
        return valued(new ColumnValue.Identity(true, numbering.options()));
    }

    /** Numbers the rows that come without a number. */
    public ColumnSpec<T> identityByDefault() {
        return valued(new ColumnValue.Identity(false, SequenceOptions.PLAIN));
    }

    /** Numbers the rows that come without a number like that, such as {@code from(100).by(10)}. */
    public ColumnSpec<T> identityByDefault(Numbering numbering) {
        return valued(new ColumnValue.Identity(false, numbering.options()));
    }

    /** Numbers the rows from a number on. */
    public ColumnSpec<T> identityFrom(long start) {
        return valued(new ColumnValue.Identity(true, SequenceOptions.PLAIN.startingAt(start)));
    }

    private ColumnSpec<T> valued(ColumnValue other) {
        column.value().ifPresent(first -> {
            throw new IllegalArgumentException("A column's value was already said to be \"" + first.clause()
                    + "\"; it cannot also be \"" + other.clause() + "\".");
        });
        return like(column.valued(Optional.of(other)));
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

    /** Makes this column alone the primary key of the table. */
    public ColumnSpec<T> primaryKey() {
        return notNull().with(new ColumnClause.PrimaryKey<>());
    }

    /** Takes only values that the column of the other table has. */
    public ColumnSpec<T> references(TableReference table, String column) {
        return references(new Reference(table, List.of(column)));
    }

    /** Takes only values that the other table has, with what happens when its row goes. */
    public ColumnSpec<T> references(Reference reference) {
        return with(new ColumnClause.References<>(reference));
    }

    /** Takes only values that the column of the other model has. */
    public ColumnSpec<T> references(TableField<?, T> column) {
        return references(column, reference -> reference);
    }

    /** Takes only values that the column of the other model has, with what happens when its row goes. */
    public ColumnSpec<T> references(TableField<?, T> column, UnaryOperator<Reference> reactions) {
        if (column.getTable() instanceof TableModel<?> model) {
            Reference reference = new Reference(model, List.of(column.getName()));
            return with(new ColumnClause.ReferencesModel<>(reactions.apply(reference), column));
        }
        throw new IllegalArgumentException(
                "The column " + column + " is none of a model. Say references(table(\"name\"), \"column\").");
    }

    /** The column of another model that this one references, if it does. */
    Optional<TableField<?, ?>> referenced() {
        return clauses.stream()
                .filter(ColumnClause.ReferencesModel.class::isInstance)
                .<TableField<?, ?>>map(clause -> ((ColumnClause.ReferencesModel<?>) clause).target())
                .findFirst();
    }

    /** The type as jOOQ knows it, for queries. */
    DataType<T> dataType() {
        DataType<T> known = JooqType.of(type(), javaType);
        DataType<T> nullable = known.nullable(!column.notNull());
        boolean numbered =
                column.value().filter(ColumnValue.Numbered.class::isInstance).isPresent();
        return numbered
                ? nullable.identity(true)
                : column.value()
                        .flatMap(ColumnValue::defaultExpression)
                        .map(value -> nullable.default_(DSL.field(value.text(), known)))
                        .orElse(nullable);
    }

    /** Says what the column is for. */
    public ColumnSpec<T> comment(String text) {
        return with(new ColumnClause.Commented<>(text));
    }

    private ColumnSpec<T> with(ColumnClause<T> clause) {
        return new ColumnSpec<>(
                column,
                javaType,
                Stream.concat(clauses.stream(), Stream.of(clause)).toList());
    }

    /** What the column is for; empty if nobody says. */
    String comment() {
        return clauses.stream()
                .filter(ColumnClause.Commented.class::isInstance)
                .map(clause -> ((ColumnClause.Commented<T>) clause).text())
                .findFirst()
                .orElse("");
    }

    /** The type of the column. */
    public TypeName type() {
        return column.type();
    }

    /** The collation of the column, if it is not the one of its type. */
    public Optional<QualifiedName> collation() {
        return column.collation();
    }

    Class<T> javaType() {
        return javaType;
    }

    /** The same column as an array of its values. */
    @SuppressWarnings("unchecked") // the array class of a class is the class of its arrays
    ColumnSpec<T[]> asArray() {
        return of(type().asArray(), (Class<T[]>) javaType.arrayType());
    }

    Column column(String name) {
        if (type().isFloatingPoint() && clauses.stream().noneMatch(ColumnClause.Inexact.class::isInstance)) {
            MoneyWords.refuseIn(name, type());
        }
        return column.named(name);
    }

    List<TableClause> tableClauses(String name) {
        List<TableClause> all = new ArrayList<>();
        clauses.forEach(clause -> all.add(clause.ofColumn(name, javaType)));
        return all;
    }
}
