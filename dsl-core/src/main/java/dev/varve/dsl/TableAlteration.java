package dev.varve.dsl;

import dev.varve.model.AccessMethod;
import dev.varve.model.ClusterMark;
import dev.varve.model.Facet;
import dev.varve.model.Foreign;
import dev.varve.model.IndexKey;
import dev.varve.model.Options;
import dev.varve.model.OwnIndex;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.RowSecurity;
import dev.varve.model.RowType;
import dev.varve.model.SequenceComment;
import dev.varve.model.StorageParameters;
import dev.varve.model.Table;
import dev.varve.model.Tablespace;
import dev.varve.model.Trigger;
import dev.varve.model.Unlogged;
import dev.varve.operation.AddColumn;
import dev.varve.operation.AddParent;
import dev.varve.operation.AttachPartition;
import dev.varve.operation.DetachPartition;
import dev.varve.operation.DetachPartitionConcurrently;
import dev.varve.operation.DropColumn;
import dev.varve.operation.DropFacet;
import dev.varve.operation.DropIndexConcurrently;
import dev.varve.operation.DropObject;
import dev.varve.operation.DropParent;
import dev.varve.operation.PutObject;
import dev.varve.operation.RenameColumn;
import dev.varve.operation.RenameObject;
import dev.varve.operation.RenameWithin;
import dev.varve.operation.SetComment;
import dev.varve.operation.SetFacet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words for changing a table; each is recorded as it is said.
 *
 * @param <S> the class whose words go on after each of these
 */
public abstract class TableAlteration<S extends TableAlteration<S>> extends ConstraintAlteration<S> {

    /** The alteration of a table whose changes are recorded there. */
    protected TableAlteration(TableReference table, Changes changes) {
        super(table, changes);
    }

    /** Adds a column at the end, with its checks, keys and comment. */
    public final S addColumn(String column, ColumnSpec<?> spec) {
        record(new AddColumn(table(), spec.column(column).in(table().name())));
        spec.tableClauses(column).forEach(this::add);
        return self();
    }

    /** Changes what a column is like: {@code alterColumn("price", type(numeric(20, 8)), notNull())}. */
    public final S alterColumn(String column, ColumnChange... changesOfColumn) {
        Arrays.stream(changesOfColumn)
                .forEach(change -> change.of(table(), column).forEach(this::record));
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
        return record(new RenameColumn(table(), from, to));
    }

    /** Removes a column with the constraints and indexes that lean on it. */
    public final S dropColumn(String column) {
        return record(new DropColumn(table(), column));
    }

    /** Says what a column is for. */
    public final S commentOnColumn(String column, String text) {
        return record(new SetComment(table(), column, Optional.of(text)));
    }

    /** Says no more what a column is for. */
    public final S noCommentOnColumn(String column) {
        return record(new SetComment(table(), column, Optional.empty()));
    }

    /** Stores the rows with these parameters and no others. */
    public final S storageParameters(Map<String, String> parameters) {
        return storageParameters(Options.of(parameters));
    }

    /** Stores the rows with these parameters and no others, in that order. */
    public final S storageParameters(Options parameters) {
        return fact(new StorageParameters(parameters));
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
        return record(new SetFacet(table(), facet));
    }

    private S dropFact(Class<? extends Facet> facet) {
        return record(new DropFacet(table(), facet));
    }

    /** Tells the server of a foreign table this, and nothing else. */
    public final S foreign(Foreign foreign) {
        return fact(foreign);
    }

    /** Inherits from another table, whose columns and checks it has already. */
    public final S inherit(TableReference parent) {
        return record(new AddParent(table(), parent.id()));
    }

    /** Inherits no more from a table, and keeps what it inherited. */
    public final S noInherit(TableReference parent) {
        return record(new DropParent(table(), parent.id()));
    }

    /** Makes the table of that name a partition of this one. */
    public final S attachPartition(PartitionSpec partition) {
        return record(new AttachPartition(partition.of(() -> table()).partition()));
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
        return record(new PutObject(ReplicaIdentity.full(table())));
    }

    /** Tells the old rows apart by nothing in logical replication, so that only new ones are replicated. */
    public final S replicaIdentityNothing() {
        return record(new PutObject(ReplicaIdentity.nothing(table())));
    }

    /** Tells the old rows apart by the columns of a unique index in logical replication. */
    public final S replicaIdentity(String index) {
        return record(new PutObject(ReplicaIdentity.usingIndex(table(), index)));
    }

    /** Tells the old rows apart by the primary key in logical replication. */
    public final S dropReplicaIdentity() {
        return record(new DropObject(ReplicaIdentity.id(table())));
    }

    /** Is sorted by that index whenever {@code cluster} is run from now on. */
    public final S clusterOn(String index) {
        return record(new PutObject(new ClusterMark(new OwnIndex(table(), index))));
    }

    /** Is not sorted by {@code cluster} any more. */
    public final S dropCluster() {
        return record(new DropObject(ClusterMark.id(table())));
    }

    /** Indexes these columns. */
    public final S addIndex(String... columns) {
        return addIndex(
                IndexSpec.of(Arrays.stream(columns).map(IndexKey::column).toList()));
    }

    /** Adds an index. */
    public final S addIndex(IndexSpec index) {
        return record(index.operation(table(), naming()));
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

    /** Removes a trigger. */
    public final S dropTrigger(String trigger) {
        return record(new DropObject(Trigger.id(table().name(), trigger)));
    }

    /** Gives a trigger another name. */
    public final S renameTrigger(String from, String to) {
        return record(new RenameWithin<>(Trigger.id(table().name(), from), to));
    }

    /** Says what the sequence is for by which a column numbers rows, an identity or serial. */
    public final S commentOnSequenceOf(String column, String text) {
        return record(new PutObject(new SequenceComment(table(), column, text)));
    }

    /** Says no more what the sequence of a column is for. */
    public final S noCommentOnSequenceOf(String column) {
        return record(new DropObject(SequenceComment.id(table(), column)));
    }

    /** Adds the columns {@code created_at} and {@code updated_at} and the trigger that keeps the second. */
    public final S addTimestamps() {
        TableClause clause = new TableClause.Timestamps();
        Table empty = new Table(table().name(), List.of(), Map.of(), Map.of());
        clause.addTo(empty, naming()).columns().forEach(column -> record(new AddColumn(table(), column)));
        clause.afterwards(empty, naming()).forEach(this::record);
        return self();
    }
}
