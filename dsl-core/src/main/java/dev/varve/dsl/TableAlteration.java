package dev.varve.dsl;

import dev.varve.model.AccessMethod;
import dev.varve.model.CheckConstraint;
import dev.varve.model.ClusterMark;
import dev.varve.model.Constraint;
import dev.varve.model.Deferral;
import dev.varve.model.Enforcement;
import dev.varve.model.Facet;
import dev.varve.model.Foreign;
import dev.varve.model.ForeignKeyConstraint;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.OwnIndex;
import dev.varve.model.ReferentialAction;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.RowSecurity;
import dev.varve.model.RowType;
import dev.varve.model.StorageParameters;
import dev.varve.model.Table;
import dev.varve.model.Tablespace;
import dev.varve.model.Trigger;
import dev.varve.model.Unlogged;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AddConstraint;
import dev.varve.operation.AddConstraintUsingIndex;
import dev.varve.operation.AddParent;
import dev.varve.operation.AlterConstraint;
import dev.varve.operation.AttachPartition;
import dev.varve.operation.ConstraintChange;
import dev.varve.operation.DetachPartition;
import dev.varve.operation.DetachPartitionConcurrently;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropConstraint;
import dev.varve.operation.DropFacet;
import dev.varve.operation.DropIndexConcurrently;
import dev.varve.operation.DropObject;
import dev.varve.operation.DropParent;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.operation.RenameColumn;
import dev.varve.operation.RenameConstraint;
import dev.varve.operation.RenameObject;
import dev.varve.operation.RenameWithin;
import dev.varve.operation.SetComment;
import dev.varve.operation.SetConstraintComment;
import dev.varve.operation.SetConstraintIndexComment;
import dev.varve.operation.SetFacet;
import dev.varve.operation.ValidateConstraint;
import dev.varve.sql.Expression;
import dev.varve.sql.JooqText;
import dev.varve.sql.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Condition;

/**
 * The words for changing a table; each is recorded as it is said.
 *
 * @param <S> the class whose words go on after each of these
 */
public abstract class TableAlteration<S extends TableAlteration<S>> {

    private final ObjectId<Table> table;
    private final Changes changes;

    /** The alteration of a table whose changes are recorded there. */
    protected TableAlteration(TableReference table, Changes changes) {
        this.table = table.id();
        this.changes = changes;
    }

    /** This alteration. */
    protected abstract S self();

    /** The table that is altered. */
    protected final ObjectId<Table> table() {
        return table;
    }

    /** Records an operation; every other word is made of this one. */
    protected final S record(Operation operation) {
        changes.add(operation);
        return self();
    }

    /** The convention for the names that nobody wrote. */
    protected final NamingConvention naming() {
        return changes.naming();
    }

    /** Adds a column at the end, with its checks, keys and comment. */
    public final S addColumn(String column, ColumnSpec<?> spec) {
        record(new AddColumn(table, spec.column(column).in(table.name())));
        spec.tableClauses(column).forEach(this::add);
        return self();
    }

    /** Adds what a clause says, one constraint after the other. */
    private void add(TableClause clause) {
        Table nothing = Table.of(table.name(), List.of());
        clause.addTo(nothing, naming()).constraints().values().forEach(c -> record(new AddConstraint(table, c)));
        clause.afterwards(nothing, naming()).forEach(this::record);
    }

    /** Changes what a column is like: {@code alterColumn("price", type(numeric(20, 8)), notNull())}. */
    public final S alterColumn(String column, ColumnChange... changesOfColumn) {
        Arrays.stream(changesOfColumn)
                .forEach(change -> change.of(table, column).forEach(this::record));
        return self();
    }

    /**
     * Says of the change just said that the views and other objects that stand in its way are dropped before it and made again after it,
     * with everything that they had.
     */
    public final S cascadeRecreate() {
        changes.cascadeRecreate();
        return self();
    }

    /**
     * The same where it may be lost what objects in the way hold of rows that are gone, such as the history of an aggregate whose source
     * is kept for a shorter time.
     */
    public final S cascadeRecreateLosing() {
        changes.cascadeRecreateLosing();
        return self();
    }

    /** Gives a column another name. */
    public final S renameColumn(String from, String to) {
        return record(new RenameColumn(table, from, to));
    }

    /** Removes a column with the constraints and indexes that lean on it. */
    public final S dropColumn(String column) {
        return record(new DropColumn(table, column));
    }

    /** Says what a column is for. */
    public final S commentOnColumn(String column, String text) {
        return record(new SetComment(table, column, Optional.of(text)));
    }

    /** Says no more what a column is for. */
    public final S noCommentOnColumn(String column) {
        return record(new SetComment(table, column, Optional.empty()));
    }

    /** Adds the primary key. */
    public final S addPrimaryKey(String... columns) {
        add(new TableClause.PrimaryKey(List.of(columns)));
        return self();
    }

    /** Adds the primary key. */
    public final S addPrimaryKey(KeySpec key) {
        add(new TableClause.PrimaryKey(key));
        return self();
    }

    /** Adds the primary key, whose index is that unique one. */
    public final S addPrimaryKeyUsingIndex(String constraint, String index) {
        return record(new AddConstraintUsingIndex(table, constraint, true, indexId(index), Deferral.NOT_DEFERRABLE));
    }

    /** Adds a unique constraint. */
    public final S addUnique(String... columns) {
        add(new TableClause.Unique(List.of(columns)));
        return self();
    }

    /** Adds a unique constraint. */
    public final S addUnique(KeySpec key) {
        add(new TableClause.Unique(key));
        return self();
    }

    /** Adds a unique constraint, whose index is that unique one. */
    public final S addUniqueUsingIndex(String constraint, String index) {
        return record(new AddConstraintUsingIndex(table, constraint, false, indexId(index), Deferral.NOT_DEFERRABLE));
    }

    /** Adds an exclusion constraint. */
    public final S addExclusion(ExclusionSpec exclusion) {
        add(new TableClause.Exclusion(exclusion));
        return self();
    }

    /** Makes a column not null by a constraint with a name; from PostgreSQL 18 on. */
    public final S addNotNull(String constraint, String column) {
        return addConstraint(new NotNullConstraint(constraint, column));
    }

    /** Adds a check. */
    public final S addCheck(String constraint, String condition) {
        return addConstraint(new CheckConstraint(constraint, new Expression(condition)));
    }

    /** Adds a check with what is special about it, such as {@code condition("price > 0").notValid()}. */
    public final S addCheck(String constraint, CheckSpec condition) {
        return addConstraint(condition.check(constraint));
    }

    /** Adds a check. */
    public final S addCheck(String constraint, Condition condition) {
        return addConstraint(new CheckConstraint(constraint, JooqText.of(condition)));
    }

    /** Adds a constraint with everything that can be said of it. */
    public final S addConstraint(Constraint constraint) {
        return record(new AddConstraint(table, constraint));
    }

    /** Begins a foreign key, which says next what it references. */
    public final ForeignKeyStart<S> addForeignKey(String... columns) {
        return new ForeignKeyStart<>(this, List.of(columns));
    }

    /** Adds a foreign key of a column with all that is said of it, such as {@code reference(ACCOUNTS, "id").onDelete(CASCADE)}. */
    public final S addForeignKey(String column, Reference reference) {
        return references(List.of(column), reference);
    }

    /** Adds a foreign key with all that is said of it, such as {@code reference(ACCOUNTS, "bank", "id").matchFull()}. */
    public final S addForeignKey(List<String> columns, Reference reference) {
        return references(columns, reference);
    }

    final S references(List<String> columns, Reference reference) {
        return addConstraint(reference.from(columns, table.name(), naming()));
    }

    /** Says of the foreign key just added what happens here when the referenced row is deleted, to some columns or to all if none is named. */
    public final S onDelete(ReferentialAction action, String... columns) {
        return changeForeignKey(key -> key.onDelete(action, columns));
    }

    /** Says of the foreign key just added what happens here when the referenced key changes. */
    public final S onUpdate(ReferentialAction action) {
        return changeForeignKey(key -> key.onUpdate(action));
    }

    /** Says of the foreign key just added that of several columns either all are null or none. */
    public final S matchFull() {
        return changeForeignKey(key -> key.referencing(key.referenced().matchingFully()));
    }

    /** Says of the foreign key just added that its last column is a range, covered by those of the other table; from PostgreSQL 18 on. */
    public final S overPeriod() {
        return changeForeignKey(key -> key.referencing(key.referenced().overPeriod()));
    }

    private S changeForeignKey(UnaryOperator<ForeignKeyConstraint> change) {
        if (changes.last() instanceof AddConstraint added && added.constraint() instanceof ForeignKeyConstraint key) {
            changes.replaceLast(new AddConstraint(added.table(), change.apply(key)));
            return self();
        }
        throw new IllegalStateException(
                "onDelete, onUpdate, matchFull and overPeriod speak of the foreign key added just"
                        + " before; there is none.");
    }

    /** Says of the constraint just added that the transaction can put off its check. */
    public final S deferrable() {
        return deferring(Deferral.INITIALLY_IMMEDIATE);
    }

    /** Says of the constraint just added that it is checked only at the end of the transaction. */
    public final S deferred() {
        return deferring(Deferral.INITIALLY_DEFERRED);
    }

    private S deferring(Deferral deferral) {
        if (changes.last() instanceof AddConstraintUsingIndex added) {
            changes.replaceLast(added.deferring(deferral));
            return self();
        }
        return changeConstraint(constraint -> constraint.deferring(deferral));
    }

    /** Says of the constraint just added that only rows which are written from now on are held to it. */
    public final S notValid() {
        return changeConstraint(constraint -> constraint.enforcing(Enforcement.NOT_VALID));
    }

    /** Says of the constraint just added that no row is held to it; from PostgreSQL 18 on. */
    public final S notEnforced() {
        return changeConstraint(constraint -> constraint.enforcing(Enforcement.NOT_ENFORCED));
    }

    /** Says of the constraint just added that tables which inherit from this one do not have it. */
    public final S noInherit() {
        return changeConstraint(constraint -> constraint.inheriting(false));
    }

    /** Says of the constraint just added that this is its name. */
    public final S named(String name) {
        return changeConstraint(constraint -> constraint.named(name));
    }

    private S changeConstraint(UnaryOperator<Constraint> change) {
        if (changes.last() instanceof AddConstraint added) {
            changes.replaceLast(new AddConstraint(added.table(), change.apply(added.constraint())));
            return self();
        }
        throw new IllegalStateException("deferrable, deferred, notValid, notEnforced, noInherit and named speak of the"
                + " constraint added just before; there is none.");
    }

    /** Changes how a constraint is seen to: {@code alterConstraint("fk_orders_account_id", deferred())}. */
    public final S alterConstraint(String constraint, ConstraintChange change) {
        return record(new AlterConstraint(table, constraint, change));
    }

    /** Looks at the rows that a constraint has left out so far. */
    public final S validateConstraint(String constraint) {
        return record(new ValidateConstraint(table, constraint));
    }

    /** Says what a constraint is for. */
    public final S commentOnConstraint(String constraint, String text) {
        return record(new SetConstraintComment(table, constraint, Optional.of(text)));
    }

    /** Says no more what a constraint is for. */
    public final S noCommentOnConstraint(String constraint) {
        return record(new SetConstraintComment(table, constraint, Optional.empty()));
    }

    /** Says what the index of a key or an exclusion constraint is for, which is kept apart from what is said of the constraint. */
    public final S commentOnIndexOf(String constraint, String text) {
        return record(new SetConstraintIndexComment(table, constraint, Optional.of(text)));
    }

    /** Says no more what the index of a constraint is for. */
    public final S noCommentOnIndexOf(String constraint) {
        return record(new SetConstraintIndexComment(table, constraint, Optional.empty()));
    }

    /** Stores the rows with these parameters and no others. */
    public final S storageParameters(Map<String, String> parameters) {
        return fact(StorageParameters.of(parameters));
    }

    /** Stores the rows as the server would. */
    public final S dropStorageParameters() {
        return dropFact(StorageParameters.class);
    }

    /** Logs what is written no more, which is fast and lost after a crash. */
    public final S unlogged() {
        return fact(new Unlogged());
    }

    /** Logs what is written. */
    public final S logged() {
        return dropFact(Unlogged.class);
    }

    /** Stores the rows by another access method. */
    public final S accessMethod(String method) {
        return fact(new AccessMethod(method));
    }

    /** Stores the rows by the access method of the server. */
    public final S dropAccessMethod() {
        return dropFact(AccessMethod.class);
    }

    /** Stores the rows in another tablespace. */
    public final S tablespace(String tablespace) {
        return fact(new Tablespace(tablespace));
    }

    /** Stores the rows in the tablespace of the database. */
    public final S dropTablespace() {
        return dropFact(Tablespace.class);
    }

    /** Lets policies say which rows roles see and write, but for the owner. */
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

    /** Lets everybody with the privileges see and write all rows. */
    public final S dropRowSecurity() {
        return dropFact(RowSecurity.class);
    }

    /** Takes the columns for the attributes of a composite type, which they are by name, type and order. */
    public final S rowType(CompositeTypeSpec type) {
        return fact(new RowType(type.id().name()));
    }

    /** Takes the columns for nothing but columns. */
    public final S dropRowType() {
        return dropFact(RowType.class);
    }

    private S fact(Facet facet) {
        return record(new SetFacet(table, facet));
    }

    private S dropFact(Class<? extends Facet> facet) {
        return record(new DropFacet(table, facet));
    }

    /** Tells the server of a foreign table this, and nothing else. */
    public final S foreign(Foreign foreign) {
        return fact(foreign);
    }

    /** Inherits from another table, whose columns and checks it has already. */
    public final S inherit(TableReference parent) {
        return record(new AddParent(table, parent.id()));
    }

    /** Inherits no more from a table, and keeps what it inherited. */
    public final S noInherit(TableReference parent) {
        return record(new DropParent(table, parent.id()));
    }

    /** Makes the table of that name a partition of this one. */
    public final S attachPartition(PartitionSpec partition) {
        return record(new AttachPartition(partition.of(() -> table).partition()));
    }

    /** Makes a partition a table of its own. */
    public final S detachPartition(PartitionSpec partition) {
        return record(new DetachPartition(partition.id()));
    }

    /** Makes a partition a table of its own while this one is read and written. */
    public final S detachPartitionConcurrently(PartitionSpec partition) {
        return record(new DetachPartitionConcurrently(partition.id()));
    }

    /** Tells the old rows apart by all columns in logical replication. */
    public final S replicaIdentityFull() {
        return record(new PutObject(ReplicaIdentity.full(table)));
    }

    /** Tells the old rows apart by nothing in logical replication, so that only new ones are replicated. */
    public final S replicaIdentityNothing() {
        return record(new PutObject(ReplicaIdentity.nothing(table)));
    }

    /** Tells the old rows apart by the columns of a unique index in logical replication. */
    public final S replicaIdentity(String index) {
        return record(new PutObject(ReplicaIdentity.usingIndex(table, index)));
    }

    /** Tells the old rows apart by the primary key in logical replication. */
    public final S dropReplicaIdentity() {
        return record(new DropObject(ReplicaIdentity.id(table)));
    }

    /** Is sorted by that index whenever {@code cluster} is run from now on. */
    public final S clusterOn(String index) {
        return record(new PutObject(new ClusterMark(new OwnIndex(table, index))));
    }

    /** Is not sorted by {@code cluster} any more. */
    public final S dropCluster() {
        return record(new DropObject(ClusterMark.id(table)));
    }

    /** Removes a constraint. */
    public final S dropConstraint(String constraint) {
        return record(new DropConstraint(table, constraint));
    }

    /** Gives a constraint another name. */
    public final S renameConstraint(String from, String to) {
        return record(new RenameConstraint(table, from, to));
    }

    /** Indexes these columns. */
    public final S addIndex(String... columns) {
        return addIndex(
                IndexSpec.of(Arrays.stream(columns).map(IndexKey::column).toList()));
    }

    /** Adds an index. */
    public final S addIndex(IndexSpec index) {
        return record(index.operation(table, naming()));
    }

    /** Removes an index. */
    public final S dropIndex(String index) {
        return record(new DropObject(indexId(index)));
    }

    /** Removes an index while the table is read and written. */
    public final S dropIndexConcurrently(String index) {
        return record(new DropIndexConcurrently(indexId(index)));
    }

    /** Gives an index another name. */
    public final S renameIndex(String from, String to) {
        return record(new RenameObject(indexId(from), to));
    }

    private ObjectId<Index> indexId(String index) {
        return Index.id(QualifiedName.of(table.name().schema(), index));
    }

    /** Removes a trigger. */
    public final S dropTrigger(String trigger) {
        return record(new DropObject(Trigger.id(table.name(), trigger)));
    }

    /** Gives a trigger another name. */
    public final S renameTrigger(String from, String to) {
        return record(new RenameWithin<>(Trigger.id(table.name(), from), to));
    }

    /** Adds the columns {@code created_at} and {@code updated_at} and the trigger that keeps the second. */
    public final S addTimestamps() {
        TableClause clause = new TableClause.Timestamps();
        Table empty = new Table(table.name(), List.of(), Map.of(), Map.of());
        clause.addTo(empty, naming()).columns().forEach(column -> record(new AddColumn(table, column)));
        clause.afterwards(empty, naming()).forEach(this::record);
        return self();
    }
}
