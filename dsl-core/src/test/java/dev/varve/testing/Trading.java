package dev.varve.testing;

import dev.varve.model.Argument;
import dev.varve.model.CheckConstraint;
import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.Comment;
import dev.varve.model.ConstraintComment;
import dev.varve.model.ConstraintIndexComment;
import dev.varve.model.EnumType;
import dev.varve.model.Excluded;
import dev.varve.model.ExclusionConstraint;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Function;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.MaterializedView;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.Operator;
import dev.varve.model.PrimaryKeyConstraint;
import dev.varve.model.Referenced;
import dev.varve.model.Schema;
import dev.varve.model.Sequence;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Table;
import dev.varve.model.Trigger;
import dev.varve.model.TypeName;
import dev.varve.model.UniqueConstraint;
import dev.varve.model.View;
import dev.varve.model.Volatility;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import dev.varve.sql.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A small trading database, and short words for the parts of others. */
public final class Trading {

    /** The schema in which everything lives. */
    public static final Schema SCHEMA = new Schema("trading");

    /** Buying or selling. */
    public static final EnumType SIDE = new EnumType(name("side"), List.of("BUY", "SELL"));

    /** What is traded. */
    public static final Table INSTRUMENTS = table(
                    "instruments", column("id", "bigint").notNull(true), column("symbol", "text"))
            .plus(primaryKey("pk_instruments", "id"))
            .plus(unique("uq_instruments_symbol", "symbol"));

    /** What was ordered, with a column, a default and a constraint of most kinds. */
    public static final Table ORDERS = table(
                    "orders",
                    identity("id", "bigint", true),
                    column("instrument_id", "bigint").notNull(true),
                    defaulted("side", "trading.side", "'BUY'"),
                    column("price", "numeric(18, 8)").notNull(true),
                    defaulted("quantity", "integer", "1"),
                    generated("notional", "numeric", "price * quantity"),
                    defaulted("status", "varchar(10)", "'NEW'"),
                    defaulted("placed_at", "timestamptz", "now()").notNull(true),
                    column("note", "text"))
            .plus(primaryKey("pk_orders", "id"))
            .plus(foreignKey("fk_orders_instrument", "instrument_id", INSTRUMENTS, "id"))
            .plus(check("ck_orders_price", "price > 0"))
            .plus(check("ck_orders_status", "status in ('NEW', 'FILLED')"));

    /** An index of {@link #ORDERS}. */
    public static final Index ORDERS_BY_TIME =
            index("ix_orders_time", ORDERS, IndexKey.column("placed_at").desc());

    /** A trigger function. */
    public static final Function TOUCH = new Function(
            name("touch"), List.of(), "trigger", "plpgsql", Volatility.VOLATILE, false, "begin return new; end");

    /** A trigger of {@link #ORDERS}. */
    public static final Trigger TOUCH_ORDERS =
            rowTrigger("touch_orders", ORDERS, Trigger.Timing.BEFORE, Trigger.Event.UPDATE);

    private Trading() {}

    /** The name of an object of the schema. */
    public static QualifiedName name(String name) {
        return QualifiedName.of("trading", name);
    }

    /** A table of the schema. */
    public static Table table(String name, Column... columns) {
        return Table.of(name(name), List.of(columns));
    }

    /** A column that may be null. */
    public static Column column(String name, String type) {
        return Column.of(name, TypeName.of(type));
    }

    /** A column with a default. */
    public static Column defaulted(String name, String type, String value) {
        return column(name, type).valued(Optional.of(new ColumnValue.Default(new Expression(value))));
    }

    /** A column that is computed. */
    public static Column generated(String name, String type, String expression) {
        return column(name, type).valued(Optional.of(new ColumnValue.Generated(new Expression(expression))));
    }

    /** A column that is computed when it is read. */
    public static Column virtual(String name, String type, String expression) {
        return column(name, type).valued(Optional.of(new ColumnValue.Generated(new Expression(expression), true)));
    }

    /** An identity column. */
    public static Column identity(String name, String type, boolean always) {
        return column(name, type).valued(Optional.of(new ColumnValue.Identity(always, SequenceOptions.PLAIN)));
    }

    /** A primary key. */
    public static PrimaryKeyConstraint primaryKey(String name, String... columns) {
        return new PrimaryKeyConstraint(name, List.of(columns));
    }

    /** A unique key. */
    public static UniqueConstraint unique(String name, String... columns) {
        return new UniqueConstraint(name, List.of(columns));
    }

    /** A check. */
    public static CheckConstraint check(String name, String condition) {
        return new CheckConstraint(name, new Expression(condition));
    }

    /** A plain foreign key of one column. */
    public static ForeignKeyConstraint foreignKey(String name, String column, Table target, String targetColumn) {
        return new ForeignKeyConstraint(name, List.of(column), Referenced.of(target.id(), List.of(targetColumn)));
    }

    /** A column that is not null by a constraint with a name. */
    public static NotNullConstraint notNull(String name, String column) {
        return new NotNullConstraint(name, column);
    }

    /** An exclusion with a gist index. */
    public static ExclusionConstraint exclusion(String name, Excluded... elements) {
        return new ExclusionConstraint(name, "gist", List.of(elements));
    }

    /** A column that an exclusion compares. */
    public static Excluded excluded(String column, String operator) {
        return new Excluded(IndexKey.column(column), Operator.of(operator));
    }

    /** A comment on a constraint. */
    public static ConstraintComment constraintComment(Table on, String constraint, String text) {
        return new ConstraintComment(on.id(), constraint, text);
    }

    /** An index of the default method. */
    public static Index index(String name, Table on, IndexKey... keys) {
        return new Index(on.name().named(name), on.id(), false, "btree", List.of(keys), List.of(), Optional.empty());
    }

    /** An expression as an index key. */
    public static IndexKey keyOf(String expression) {
        return IndexKey.expression(new Expression(expression));
    }

    /** A trigger for every row, calling {@link #TOUCH}. */
    public static Trigger rowTrigger(String name, Table on, Trigger.Timing timing, Trigger.Event... events) {
        return new Trigger(
                name, on.id(), timing, Set.of(events), List.of(), true, Optional.empty(), TOUCH.id(), List.of());
    }

    /** A view of the schema. */
    public static View view(String name, String query) {
        return new View(name(name), new Query(query));
    }

    /** A materialized view of the schema. */
    public static MaterializedView materializedView(String name, String query) {
        return new MaterializedView(name(name), new Query(query));
    }

    /** A plain sequence of the schema. */
    public static Sequence sequence(String name) {
        return new Sequence(name(name), TypeName.of("bigint"), SequenceOptions.PLAIN);
    }

    /** A function in SQL. */
    public static Function function(String name, String returns, String body, Argument... arguments) {
        return new Function(name(name), List.of(arguments), returns, "sql", Volatility.VOLATILE, false, body);
    }

    /** An argument without a default. */
    public static Argument argument(String name, String type) {
        return Argument.of(name, TypeName.of(type));
    }

    /** A comment on the index of a constraint. */
    public static ConstraintIndexComment constraintIndexComment(Table on, String constraint, String text) {
        return new ConstraintIndexComment(on.id(), constraint, text);
    }

    /** A comment on an object. */
    public static Comment comment(dev.varve.model.SchemaObject on, String text) {
        return new Comment(on.id(), "", text);
    }

    /** A comment on a column. */
    public static Comment comment(dev.varve.model.SchemaObject on, String column, String text) {
        return new Comment(on.id(), column, text);
    }
}
