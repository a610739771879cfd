package dev.varve.dsl;

import dev.varve.model.AccessMethod;
import dev.varve.model.ClusterMark;
import dev.varve.model.Constraint;
import dev.varve.model.Facet;
import dev.varve.model.Foreign;
import dev.varve.model.IndexKey;
import dev.varve.model.Inheritance;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.Options;
import dev.varve.model.OwnIndex;
import dev.varve.model.Partitioning;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.RowSecurity;
import dev.varve.model.RowType;
import dev.varve.model.StorageParameters;
import dev.varve.model.Table;
import dev.varve.model.Tablespace;
import dev.varve.model.Unlogged;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.TableField;

/**
 * A table as it is written: every word gives a new value. With its name alone it stands for a table that is already there.
 *
 * @param <S> the class whose words go on after each of these
 */
public abstract class TableSpec<S extends TableSpec<S>> implements TableReference, Creation {

    private final QualifiedName name;
    private final List<TableClause> clauses;

    /** A table of that name with these clauses. */
    protected TableSpec(QualifiedName name, List<TableClause> clauses) {
        this.name = name;
        this.clauses = List.copyOf(clauses);
    }

    /** The same kind of table with another name or other clauses. */
    protected abstract S copy(QualifiedName otherName, List<TableClause> otherClauses);

    /** The name, in the schema {@code public} unless another one was given. */
    public final QualifiedName name() {
        return name;
    }

    /** The clauses in the order in which they were said. */
    protected final List<TableClause> clauses() {
        return clauses;
    }

    @Override
    public final ObjectId<Table> id() {
        return Table.id(name);
    }

    /** Puts the table into a schema. */
    public final S inSchema(String schema) {
        return copy(name.inSchema(schema), clauses);
    }

    /** Adds a column at the end. */
    public final S column(String column, ColumnSpec<?> spec) {
        return with(new TableClause.ColumnClauseOfTable(column, spec));
    }

    /** Makes these columns the primary key. */
    public final S primaryKey(String... columns) {
        return with(new TableClause.PrimaryKey(List.of(columns)));
    }

    /**
     * Names the rows by these columns of the model of the table.
     *
     * @throws IllegalArgumentException if one of them is a column of another table
     */
    public final S primaryKey(TableField<?, ?> column, TableField<?, ?>... more) {
        return with(new TableClause.PrimaryKey(named(column, more)));
    }

    private List<String> named(TableField<?, ?> column, TableField<?, ?>... more) {
        return ModelColumns.of(name, ModelColumns.all(column, more));
    }

    /** Names the rows by a key, such as {@code key("id").include("symbol")}. */
    public final S primaryKey(KeySpec key) {
        return with(new TableClause.PrimaryKey(key));
    }

    /** Refuses two rows with the same values in these columns. */
    public final S unique(String... columns) {
        return with(new TableClause.Unique(List.of(columns)));
    }

    /**
     * Refuses two rows with the same values in these columns of the model of the table.
     *
     * @throws IllegalArgumentException if one of them is a column of another table
     */
    public final S unique(TableField<?, ?> column, TableField<?, ?>... more) {
        return with(new TableClause.Unique(named(column, more)));
    }

    /** Refuses two rows with the same values in a key, such as {@code key("code").nullsNotDistinct()}. */
    public final S unique(KeySpec key) {
        return with(new TableClause.Unique(key));
    }

    /** Refuses two rows that are alike by all of some operators: {@code using("gist").with("room", "=").with("during", "&&")}. */
    public final S exclude(ExclusionSpec exclusion) {
        return with(new TableClause.Exclusion(exclusion));
    }

    /** Refuses null in a column by a constraint with a name; from PostgreSQL 18 on. */
    public final S notNull(String constraint, String column) {
        return constraint(new NotNullConstraint(constraint, column));
    }

    /** Adds a constraint with everything that can be said of it. */
    public final S constraint(Constraint constraint) {
        return with(new TableClause.NamedConstraint(constraint));
    }

    /** Refuses rows that do not meet the condition. */
    public final S check(String constraint, String condition) {
        return check(constraint, CheckSpec.of(new Expression(condition)));
    }

    /** Refuses rows that do not meet a condition, such as {@code condition("price > 0").notValid()}. */
    public final S check(String constraint, CheckSpec condition) {
        return constraint(condition.check(constraint));
    }

    /** Refuses rows that do not meet the condition. */
    public final S check(String constraint, Condition condition) {
        return check(constraint, CheckSpec.of(JooqText.of(condition)));
    }

    /** Lets the columns hold only what the referenced columns hold. */
    public final S foreignKey(List<String> columns, Reference reference) {
        return with(new TableClause.ForeignKey(columns, reference));
    }

    /** Lets the column hold only what the referenced column holds. */
    public final S foreignKey(String column, Reference reference) {
        return foreignKey(List.of(column), reference);
    }

    /** Lets columns of the model of the table hold only what those of another model hold. */
    public final S foreignKey(MatchingColumns columns) {
        return foreignKey(columns, reference -> reference);
    }

    /** Lets columns of the model of the table hold only what those of another model hold, with what happens when a row there goes. */
    public final S foreignKey(MatchingColumns columns, UnaryOperator<Reference> reactions) {
        return foreignKey(ModelColumns.of(name, columns.columns()), reactions.apply(columns.reference()));
    }

    /** The models of the tables that its foreign keys name, as far as these have one. */
    final Stream<TableModel<?>> referenced() {
        return clauses.stream()
                .filter(TableClause.ForeignKey.class::isInstance)
                .flatMap(clause -> ((TableClause.ForeignKey) clause).reference().model().stream());
    }

    /** Indexes these columns. */
    public final S index(String... columns) {
        return index(IndexSpec.of(Arrays.stream(columns).map(IndexKey::column).toList()));
    }

    /**
     * Indexes these columns of the model of the table.
     *
     * @throws IllegalArgumentException if one of them is a column of another table
     */
    public final S index(TableField<?, ?> column, TableField<?, ?>... more) {
        return index(
                IndexSpec.of(named(column, more).stream().map(IndexKey::column).toList()));
    }

    /** Adds an index. */
    public final S index(IndexSpec index) {
        return with(new TableClause.Indexed(index));
    }

    /** Stores the rows with these parameters, such as {@code storageParameters(Map.of("fillfactor", "70"))}, in the order of their names. */
    public final S storageParameters(Map<String, String> parameters) {
        return storageParameters(Options.of(parameters));
    }

    /** Stores the rows with these parameters in that order: {@code storageParameters(parameter("fillfactor", "70").and("autovacuum_enabled", "false"))}. */
    public final S storageParameters(Options parameters) {
        return fact(new StorageParameters(parameters));
    }

    /** Spreads its rows over partitions, such as {@code partitionBy(range("ts"))}. */
    public final S partitionBy(Partitioning partitioning) {
        return fact(partitioning);
    }

    /** Has its rows elsewhere, such as {@code foreign(foreignServer("feed").rows().option("table_name", "prices"))}. */
    public final S foreign(Foreign foreign) {
        return fact(foreign);
    }

    /** Has the columns and checks of these tables, whose rows its own are, too. */
    public final S inherits(TableReference... parents) {
        return fact(Inheritance.from(Stream.of(parents).map(TableReference::id).toList()));
    }

    /** Logs nothing of what is written, which is fast and lost after a crash. */
    public final S unlogged() {
        return fact(new Unlogged());
    }

    /** Stores the rows by an access method that is not the one of the server. */
    public final S accessMethod(String method) {
        return fact(new AccessMethod(method));
    }

    /** Stores the rows in a tablespace that is not the one of the database. */
    public final S tablespace(String tablespace) {
        return fact(new Tablespace(tablespace));
    }

    /** Lets policies say which rows roles see and write. */
    public final S rowSecurity() {
        return fact(new RowSecurity(true, false));
    }

    /** Lets policies say which rows roles see and write, the owner among them. */
    public final S forcedRowSecurity() {
        return fact(new RowSecurity(true, true));
    }

    /** Keeps in mind that policies will also count for the owner, and lets them count for nobody yet. */
    public final S disabledForcedRowSecurity() {
        return fact(new RowSecurity(false, true));
    }

    /** Takes its columns, which are written here too, for the attributes of a composite type. */
    public final S rowType(CompositeTypeSpec type) {
        return fact(new RowType(type.id().name()));
    }

    /** Tells the old rows apart by all columns in logical replication. */
    public final S replicaIdentityFull() {
        return with(new TableClause.Owned(ReplicaIdentity::full));
    }

    /** Tells the old rows apart by nothing in logical replication, so that only new ones are replicated. */
    public final S replicaIdentityNothing() {
        return with(new TableClause.Owned(ReplicaIdentity::nothing));
    }

    /** Tells the old rows apart by the columns of a unique index in logical replication. */
    public final S replicaIdentity(String index) {
        return with(new TableClause.Owned(table -> ReplicaIdentity.usingIndex(table, index)));
    }

    /** Is sorted by that index whenever {@code cluster} is run. */
    public final S clusterOn(String index) {
        return with(new TableClause.Owned(table -> new ClusterMark(new OwnIndex(table, index))));
    }

    private S fact(Facet facet) {
        return with(new TableClause.Fact(facet));
    }

    /** Says what the table is for. */
    public final S comment(String text) {
        return with(new TableClause.TableComment(text));
    }

    /**
     * Adds the columns {@code created_at} and {@code updated_at}, both {@code timestamptz}, and a trigger that sets the second whenever a
     * row changes.
     */
    public final S timestamps() {
        return with(new TableClause.Timestamps());
    }

    /**
     * Adds a clause; every other word is made of this one.
     *
     * @throws IllegalArgumentException if it can be given only once and was given before
     */
    public final S with(TableClause clause) {
        clause.once().ifPresent(said -> refuseSecond(clause, said));
        return copy(name, Stream.concat(clauses.stream(), Stream.of(clause)).toList());
    }

    private void refuseSecond(TableClause clause, String said) {
        clauses.stream().filter(clause::isAboutSameAs).findFirst().ifPresent(first -> {
            throw new IllegalArgumentException("Table " + name + " was already given "
                    + first.once().orElseThrow() + "; it cannot also have " + said + ".");
        });
    }

    @Override
    public final List<Operation> operations(NamingConvention naming) {
        Table table = new Table(name, List.of(), Map.of(), Map.of());
        for (TableClause clause : clauses) {
            table = clause.addTo(table, naming);
        }
        List<Operation> operations = new ArrayList<>(List.of(new CreateObject(table)));
        for (TableClause clause : clauses) {
            operations.addAll(clause.afterwards(table, naming));
        }
        return operations;
    }
}
