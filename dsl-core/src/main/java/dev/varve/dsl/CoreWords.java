package dev.varve.dsl;

import dev.varve.model.Grantable;
import dev.varve.model.IndexKey;
import dev.varve.model.PartitionBound;
import dev.varve.model.Partitioning;
import dev.varve.model.Privileges;
import dev.varve.model.Trigger;
import dev.varve.operation.ExecuteSql.StatedReversal;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;

/**
 * The words that every entry point of the DSL has: those for objects and for raw statements here, those for columns and constraints above.
 * {@code table} is missing, because what can be said of a table depends on the module whose entry point is imported.
 */
public abstract class CoreWords extends ColumnWords {

    /** New rows. */
    public static final Trigger.Event INSERT = Trigger.Event.INSERT;

    /** Changed rows. */
    public static final Trigger.Event UPDATE = Trigger.Event.UPDATE;

    /** Removed rows. */
    public static final Trigger.Event DELETE = Trigger.Event.DELETE;

    /** The whole table emptied. */
    public static final Trigger.Event TRUNCATE = Trigger.Event.TRUNCATE;

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
        return new PrivilegeSpec(Set.of(names), Optional.empty(), List.of(), false, false);
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
