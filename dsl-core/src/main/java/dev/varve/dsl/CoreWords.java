package dev.varve.dsl;

import dev.varve.model.ColumnCompression;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnStorage;
import dev.varve.model.ColumnValue;
import dev.varve.model.Deferral;
import dev.varve.model.Grantable;
import dev.varve.model.IndexKey;
import dev.varve.model.Operator;
import dev.varve.model.Options;
import dev.varve.model.PartitionBound;
import dev.varve.model.Partitioning;
import dev.varve.model.Privileges;
import dev.varve.model.ReferentialAction;
import dev.varve.model.SequenceOptions;
import dev.varve.model.Trigger;
import dev.varve.operation.ConstraintChange;
import dev.varve.operation.ExecuteSql.StatedReversal;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.TableField;

/**
 * The words that every entry point of the DSL has; {@code table} is missing, because what can be said of a table depends on the module
 * whose entry point is imported.
 */
public abstract class CoreWords extends ExtendingWords {

    /** The change is refused at once. */
    public static final ReferentialAction RESTRICT = ReferentialAction.RESTRICT;

    /** The change is made here too. */
    public static final ReferentialAction CASCADE = ReferentialAction.CASCADE;

    /** The reference becomes null. */
    public static final ReferentialAction SET_NULL = ReferentialAction.SET_NULL;

    /** The reference becomes the default of its columns. */
    public static final ReferentialAction SET_DEFAULT = ReferentialAction.SET_DEFAULT;

    /** New rows. */
    public static final Trigger.Event INSERT = Trigger.Event.INSERT;

    /** Changed rows. */
    public static final Trigger.Event UPDATE = Trigger.Event.UPDATE;

    /** Removed rows. */
    public static final Trigger.Event DELETE = Trigger.Event.DELETE;

    /** The whole table emptied. */
    public static final Trigger.Event TRUNCATE = Trigger.Event.TRUNCATE;

    /** Long values stay in the row, as they are. */
    public static final ColumnStorage PLAIN = ColumnStorage.PLAIN;

    /** Long values are kept outside of the row, never compressed. */
    public static final ColumnStorage EXTERNAL = ColumnStorage.EXTERNAL;

    /** Long values are compressed, and kept outside of the row if they are still long. */
    public static final ColumnStorage EXTENDED = ColumnStorage.EXTENDED;

    /** Long values are compressed, and kept outside of the row only if there is no other way. */
    public static final ColumnStorage MAIN = ColumnStorage.MAIN;

    /** PostgreSQL's own compression. */
    public static final ColumnCompression PGLZ = ColumnCompression.PGLZ;

    /** Compression by LZ4. */
    public static final ColumnCompression LZ4 = ColumnCompression.LZ4;

    /** Less than every value, for the bound of a partition. */
    public static final Expression MINVALUE = PartitionBound.MINVALUE;

    /** Greater than every value, for the bound of a partition. */
    public static final Expression MAXVALUE = PartitionBound.MAXVALUE;

    /** Whoever owns an object, where a role is granted or revoked privileges on it. */
    public static final String OWNER = Privileges.OWNER;

    /** For the entry points of modules. */
    protected CoreWords() {}

    /** A schema. */
    public static SchemaSpec schema(String name) {
        return new SchemaSpec(name);
    }

    /** An extension. */
    public static ExtensionSpec extension(String name) {
        return ExtensionSpec.of(name);
    }

    /** An enum. */
    public static EnumSpec enumType(String name) {
        return new EnumSpec(QualifiedName.of("public", name), List.of());
    }

    /** A domain over the type that a column has; everything else that was said of the column is forgotten. */
    public static <T> DomainSpec<T> domain(String name, ColumnSpec<T> type) {
        return DomainSpec.of(name, type);
    }

    /** A composite type. */
    public static CompositeTypeSpec compositeType(String name) {
        return CompositeTypeSpec.of(name);
    }

    /** A range type whose bounds have the type that a column has. */
    public static RangeTypeSpec rangeType(String name, ColumnSpec<?> subtype) {
        return RangeTypeSpec.of(name, subtype);
    }

    /** A collation. */
    public static CollationSpec collation(String name) {
        return CollationSpec.of(name);
    }

    /** Extended statistics of a table. */
    public static StatisticsSpec statisticsOf(String name) {
        return StatisticsSpec.of(name);
    }

    /** A publication. */
    public static PublicationSpec publication(String name) {
        return PublicationSpec.of(name);
    }

    /** A subscription. */
    public static SubscriptionSpec subscription(String name) {
        return SubscriptionSpec.of(name);
    }

    /** A policy of a table. */
    public static PolicySpec policy(String name, Named table) {
        return PolicySpec.of(name, table);
    }

    /** Privileges by their names, such as {@code privileges("select", "insert").on(table("orders"))}. */
    public static PrivilegeSpec privileges(String... names) {
        return new PrivilegeSpec(Set.of(names), Optional.empty(), List.of(), false);
    }

    /** All privileges that there are. */
    public static PrivilegeSpec allPrivileges() {
        return privileges("all");
    }

    /** Privileges on everything of a kind that is made from now on, such as {@code byDefault(Grantable.TABLE, "select")}. */
    public static DefaultPrivilegeSpec byDefault(Grantable kind, String... names) {
        return new DefaultPrivilegeSpec(Set.of(names), kind, Optional.empty(), Optional.empty(), false);
    }

    /** A partition. */
    public static PartitionSpec partition(String name) {
        return PartitionSpec.of(name);
    }

    /** Rows spread over partitions by ranges of values of columns. */
    public static Partitioning range(String... columns) {
        return PartitionSpec.by(Partitioning.Strategy.RANGE, columns);
    }

    /** Rows spread over partitions by ranges of keys, such as {@code range(key(sql("lower(city)")))}. */
    public static Partitioning range(IndexKey... keys) {
        return Partitioning.by(Partitioning.Strategy.RANGE, List.of(keys));
    }

    /** Rows spread over partitions by lists of values of a column. */
    public static Partitioning list(String column) {
        return PartitionSpec.by(Partitioning.Strategy.LIST, column);
    }

    /** Rows spread over partitions by lists of values of a key. */
    public static Partitioning list(IndexKey key) {
        return Partitioning.by(Partitioning.Strategy.LIST, List.of(key));
    }

    /** Rows spread over partitions by a hash of columns. */
    public static Partitioning hash(String... columns) {
        return PartitionSpec.by(Partitioning.Strategy.HASH, columns);
    }

    /** Rows spread over partitions by a hash of keys. */
    public static Partitioning hash(IndexKey... keys) {
        return Partitioning.by(Partitioning.Strategy.HASH, List.of(keys));
    }

    /** A sequence. */
    public static SequenceSpec sequence(String name) {
        return SequenceSpec.of(name);
    }

    /** A view. */
    public static ViewSpec view(String name) {
        return ViewSpec.of(name);
    }

    /** A materialized view. */
    public static MaterializedViewSpec materializedView(String name) {
        return MaterializedViewSpec.of(name);
    }

    /** A function. */
    public static FunctionSpec function(String name) {
        return FunctionSpec.of(name);
    }

    /** A procedure. */
    public static ProcedureSpec procedure(String name) {
        return ProcedureSpec.of(name);
    }

    /** An aggregate. */
    public static AggregateSpec aggregate(String name) {
        return AggregateSpec.of(name);
    }

    /** A rule. */
    public static RuleSpec rule(String name) {
        return RuleSpec.of(name);
    }

    /** A trigger. */
    public static TriggerSpec trigger(String name) {
        return TriggerSpec.of(name);
    }

    /** An event trigger. */
    public static EventTriggerSpec eventTrigger(String name) {
        return EventTriggerSpec.of(name);
    }

    /** An audit trail of a table. */
    public static AuditSpec audit(TableReference table) {
        return AuditSpec.of(table.id().name());
    }

    /** An index that is already there. */
    public static IndexReference index(String name) {
        return new IndexReference(QualifiedName.of("public", name));
    }

    /** An index over columns. */
    public static IndexSpec on(String... columns) {
        return IndexSpec.of(Arrays.stream(columns).map(IndexKey::column).toList());
    }

    /** An index over keys, such as {@code on(asc("symbol"), desc("timestamp"))}. */
    public static IndexSpec on(IndexKey... keys) {
        return IndexSpec.of(List.of(keys));
    }

    /** A column as a key, in ascending order. */
    public static IndexKey asc(String column) {
        return IndexKey.column(column);
    }

    /** A column as a key, in descending order. */
    public static IndexKey desc(String column) {
        return IndexKey.column(column).desc();
    }

    /** An expression as a key, such as {@code key(sql("lower(email)"))}. */
    public static IndexKey key(Expression expression) {
        return IndexKey.expression(expression);
    }

    /** A primary key or unique constraint over columns. */
    public static KeySpec key(String... columns) {
        return KeySpec.of(List.of(columns));
    }

    /** An exclusion constraint with an index of this access method, such as {@code gist}. */
    public static ExclusionSpec using(String method) {
        return ExclusionSpec.of(method);
    }

    /** An operator that lives in a schema, for an exclusion constraint. */
    public static Operator operator(String schema, String symbol) {
        return new Operator(schema, symbol);
    }

    /** The condition of a check. */
    public static CheckSpec condition(String condition) {
        return CheckSpec.of(new Expression(condition));
    }

    /** The condition of a check. */
    public static CheckSpec condition(Condition condition) {
        return CheckSpec.of(JooqText.of(condition));
    }

    /** For a foreign key: checked after each statement from now on. */
    public static ConstraintChange notDeferrable() {
        return new ConstraintChange.Deferring(Deferral.NOT_DEFERRABLE);
    }

    /** For a foreign key: checked after each statement from now on, unless the transaction puts it off. */
    public static ConstraintChange deferrable() {
        return new ConstraintChange.Deferring(Deferral.INITIALLY_IMMEDIATE);
    }

    /** For a foreign key: checked only at the end of the transaction from now on. */
    public static ConstraintChange deferred() {
        return new ConstraintChange.Deferring(Deferral.INITIALLY_DEFERRED);
    }

    /** For a foreign key: enforced from now on; from PostgreSQL 18 on. */
    public static ConstraintChange enforced() {
        return new ConstraintChange.Enforcing(true);
    }

    /** For a foreign key: enforced no more; from PostgreSQL 18 on. */
    public static ConstraintChange notEnforced() {
        return new ConstraintChange.Enforcing(false);
    }

    /** For a not-null constraint: inherited from now on; from PostgreSQL 18 on. */
    public static ConstraintChange inherit() {
        return new ConstraintChange.Inheriting(true);
    }

    /** For a not-null constraint: inherited no more; from PostgreSQL 18 on. */
    public static ConstraintChange noInherit() {
        return new ConstraintChange.Inheriting(false);
    }

    /** A column of a model with the column of another model, of the same Java type, that it references. */
    public static <T> MatchingColumns matching(TableField<?, T> column, TableField<?, T> referenced) {
        return MatchingColumns.of(column, referenced);
    }

    /** For a key or an exclusion: its index kept with these storage parameters and no others. */
    public static ConstraintChange indexStorage(Map<String, String> parameters) {
        return new ConstraintChange.Storing(Options.of(parameters));
    }

    /** For a key or an exclusion: its index kept in a tablespace; {@code pg_default} is the one of the database. */
    public static ConstraintChange indexTablespace(String tablespace) {
        return new ConstraintChange.Placing(tablespace);
    }

    /** The other end of a foreign key. */
    public static Reference reference(TableReference table, String... columns) {
        return new Reference(table, List.of(columns));
    }

    /** A scalar expression as PostgreSQL writes it. */
    public static Expression sql(String expression) {
        return new Expression(expression);
    }

    /** For a column: another type, and another collation if the type says one. */
    public static ColumnChange.Type type(ColumnSpec<?> type) {
        return new ColumnChange.Type(type.type(), type.collation(), Optional.empty());
    }

    /** For a column: refusing null from now on. */
    public static ColumnChange notNull() {
        return new ColumnChange.Nullability(true);
    }

    /** For a column: taking null from now on. */
    public static ColumnChange nullable() {
        return new ColumnChange.Nullability(false);
    }

    /** For a column: this default for new rows. */
    public static ColumnChange defaultTo(Object constant) {
        return new ColumnChange.Default(Optional.of(Expression.constant(constant)));
    }

    /** For a column: this default for new rows. */
    public static ColumnChange defaultTo(Expression expression) {
        return new ColumnChange.Default(Optional.of(expression));
    }

    /** For a column: this default for new rows. */
    public static ColumnChange defaultTo(Field<?> field) {
        return new ColumnChange.Default(Optional.of(JooqText.of(field)));
    }

    /** For a column: no default any more. */
    public static ColumnChange noDefault() {
        return new ColumnChange.Default(Optional.empty());
    }

    /** For an identity: from that number on, one at a time. */
    public static Numbering from(long start) {
        return Numbering.startingAt(start);
    }

    /** For a column: numbering the rows from now on, and refusing numbers that a statement gives. */
    public static ColumnChange identity() {
        return identity(true, SequenceOptions.PLAIN);
    }

    /** For a column: numbering the rows like that from now on, and refusing numbers that a statement gives. */
    public static ColumnChange identity(Numbering numbering) {
        return identity(true, numbering.options());
    }

    /** For a column: numbering the rows that come without a number from now on. */
    public static ColumnChange identityByDefault() {
        return identity(false, SequenceOptions.PLAIN);
    }

    /** For a column: numbering the rows that come without a number like that from now on. */
    public static ColumnChange identityByDefault(Numbering numbering) {
        return identity(false, numbering.options());
    }

    private static ColumnChange identity(boolean always, SequenceOptions options) {
        return new ColumnChange.Identity(Optional.of(new ColumnValue.Identity(always, options)));
    }

    /** For a column: numbering rows no more. */
    public static ColumnChange noIdentity() {
        return new ColumnChange.Identity(Optional.empty());
    }

    /** For a generated column: computed by this expression from now on (PostgreSQL 17). */
    public static ColumnChange generatedAs(Expression expression) {
        return new ColumnChange.Generated(Optional.of(expression));
    }

    /** For a generated column: computed by this expression from now on (PostgreSQL 17). */
    public static ColumnChange generatedAs(Field<?> field) {
        return generatedAs(JooqText.of(field));
    }

    /** For a generated column: computed no more, so that it can be written. */
    public static ColumnChange notGenerated() {
        return new ColumnChange.Generated(Optional.empty());
    }

    /** For a column: keeping long values there from now on. */
    public static ColumnChange.Property storage(ColumnStorage storage) {
        return new ColumnChange.Property(ColumnProperty.STORAGE, Optional.of(storage.word()));
    }

    /** For a column: keeping long values where its type has them. */
    public static ColumnChange.Property defaultStorage() {
        return new ColumnChange.Property(ColumnProperty.STORAGE, Optional.empty());
    }

    /** For a column: compressing long values in that way from now on. */
    public static ColumnChange.Property compression(ColumnCompression compression) {
        return new ColumnChange.Property(ColumnProperty.COMPRESSION, Optional.of(compression.word()));
    }

    /** For a column: compressing long values as the server is configured. */
    public static ColumnChange.Property defaultCompression() {
        return new ColumnChange.Property(ColumnProperty.COMPRESSION, Optional.empty());
    }

    /** For a column: letting {@code analyze} look at the values so closely: from 0, not at all, to 10000. */
    public static ColumnChange.Property statistics(int target) {
        return new ColumnChange.Property(ColumnProperty.STATISTICS, Optional.of(String.valueOf(target)));
    }

    /** For a column: letting {@code analyze} look at the values as closely as the server is configured. */
    public static ColumnChange.Property defaultStatistics() {
        return new ColumnChange.Property(ColumnProperty.STATISTICS, Optional.empty());
    }

    /** For a column: so many different values to plan with, or as a negative number that part of all rows. */
    public static ColumnChange.Property nDistinct(double number) {
        return new ColumnChange.Property(ColumnProperty.N_DISTINCT, Optional.of(ColumnSpec.plain(number)));
    }

    /** For a column: as many different values to plan with as {@code analyze} finds. */
    public static ColumnChange.Property defaultNDistinct() {
        return new ColumnChange.Property(ColumnProperty.N_DISTINCT, Optional.empty());
    }

    /** For a column: so many different values to plan with in it and the tables that inherit from its table. */
    public static ColumnChange.Property nDistinctInherited(double number) {
        return new ColumnChange.Property(ColumnProperty.N_DISTINCT_INHERITED, Optional.of(ColumnSpec.plain(number)));
    }

    /** For a column: as many different values to plan with, heirs included, as {@code analyze} finds. */
    public static ColumnChange.Property defaultNDistinctInherited() {
        return new ColumnChange.Property(ColumnProperty.N_DISTINCT_INHERITED, Optional.empty());
    }

    /** For a raw statement: these statements take it back, one after the other. */
    public static Reversing reversedBy(String... statements) {
        return Reversing.by(List.of(statements));
    }

    /** For a change of data: this change takes it back. */
    public static Reversing reversedBy(Function<DSLContext, ? extends Query> change) {
        return Reversing.by(change);
    }

    /** For a raw statement: nothing takes it back, for this reason. */
    public static Reversing irreversible(String reason) {
        return new Reversing(new StatedReversal.Irreversible(reason));
    }
}
