package dev.varve.dsl;

import dev.varve.model.AccessMethod;
import dev.varve.model.CheckConstraint;
import dev.varve.model.ColumnProperty;
import dev.varve.model.Constraint;
import dev.varve.model.Enforcement;
import dev.varve.model.Facet;
import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.IndexPart;
import dev.varve.model.NotNullConstraint;
import dev.varve.model.ObjectId;
import dev.varve.model.Options;
import dev.varve.model.OwnIndex;
import dev.varve.model.Partition;
import dev.varve.model.PartitionConstraint;
import dev.varve.model.PartitionDefault;
import dev.varve.model.PartitionFacet;
import dev.varve.model.PartitionNotNull;
import dev.varve.model.PartitionProperty;
import dev.varve.model.ReplicaIdentity;
import dev.varve.model.RowSecurity;
import dev.varve.model.SchemaObject;
import dev.varve.model.StorageParameters;
import dev.varve.model.Table;
import dev.varve.model.Tablespace;
import dev.varve.model.Unlogged;
import dev.varve.operation.AlterObject;
import dev.varve.operation.CreateObject;
import dev.varve.operation.DropIndexConcurrently;
import dev.varve.operation.DropObject;
import dev.varve.operation.ObjectChange;
import dev.varve.operation.Operation;
import dev.varve.operation.PutObject;
import dev.varve.operation.RenameObject;
import dev.varve.operation.RenameWithin;
import dev.varve.operation.SetComment;
import dev.varve.operation.SetConstraintIndexComment;
import dev.varve.sql.Expression;
import dev.varve.sql.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words for what a partition has beside its table; everything else is changed in the table. */
public final class PartitionAlteration {

    private final ObjectId<Partition> partition;
    private final Changes changes;

    PartitionAlteration(ObjectId<Partition> partition, Changes changes) {
        this.partition = partition;
        this.changes = changes;
    }

    private PartitionAlteration record(Operation operation) {
        changes.add(operation);
        return this;
    }

    private PartitionAlteration create(SchemaObject member) {
        return record(new CreateObject(member));
    }

    private PartitionAlteration drop(ObjectId<?> member) {
        return record(new DropObject(member));
    }

    /** Adds a constraint to this partition alone, with everything that can be said of it. */
    public PartitionAlteration addConstraint(Constraint constraint) {
        return create(new PartitionConstraint(partition, constraint));
    }

    private PartitionAlteration add(TableClause clause) {
        Table nothing = Table.of(partition.name(), List.of());
        clause.addTo(nothing, changes.naming()).constraints().values().forEach(this::addConstraint);
        return this;
    }

    /** Adds a primary key to this partition, whose table has none. */
    public PartitionAlteration addPrimaryKey(String... columns) {
        return addPrimaryKey(KeySpec.of(List.of(columns)));
    }

    /** Adds a primary key to this partition, whose table has none. */
    public PartitionAlteration addPrimaryKey(KeySpec key) {
        return add(new TableClause.PrimaryKey(key));
    }

    /** Adds a unique constraint to this partition alone. */
    public PartitionAlteration addUnique(String... columns) {
        return addUnique(KeySpec.of(List.of(columns)));
    }

    /** Adds a unique constraint to this partition alone. */
    public PartitionAlteration addUnique(KeySpec key) {
        return add(new TableClause.Unique(key));
    }

    /** Adds an exclusion constraint to this partition alone. */
    public PartitionAlteration addExclusion(ExclusionSpec exclusion) {
        return add(new TableClause.Exclusion(exclusion));
    }

    /** Adds a check to this partition alone. */
    public PartitionAlteration addCheck(String constraint, String condition) {
        return addConstraint(new CheckConstraint(constraint, new Expression(condition)));
    }

    /** Adds a check to this partition alone with what is special about it, such as {@code condition("price > 0").notValid()}. */
    public PartitionAlteration addCheck(String constraint, CheckSpec condition) {
        return addConstraint(condition.check(constraint));
    }

    /** Makes a column of this partition not null by a constraint with a name; from PostgreSQL 18 on. */
    public PartitionAlteration addNotNull(String constraint, String column) {
        return addConstraint(new NotNullConstraint(constraint, column));
    }

    /** Adds a foreign key of a column to this partition alone, such as {@code reference(ACCOUNTS, "id").onDelete(CASCADE)}. */
    public PartitionAlteration addForeignKey(String column, Reference reference) {
        return addForeignKey(List.of(column), reference);
    }

    /** Adds a foreign key to this partition alone. */
    public PartitionAlteration addForeignKey(List<String> columns, Reference reference) {
        return addConstraint(reference.from(columns, partition.name(), changes.naming()));
    }

    /** Looks at the rows that a constraint of this partition alone has left out so far. */
    public PartitionAlteration validateConstraint(String constraint) {
        return record(new AlterObject<>(constraintId(constraint), new Validating()));
    }

    /** Removes a constraint that this partition alone has. */
    public PartitionAlteration dropConstraint(String constraint) {
        return drop(constraintId(constraint));
    }

    /** Gives a constraint that this partition alone has another name. */
    public PartitionAlteration renameConstraint(String from, String to) {
        return record(new RenameWithin<>(constraintId(from), to));
    }

    /** Says what a constraint that this partition alone has is for. */
    public PartitionAlteration commentOnConstraint(String constraint, String text) {
        return record(new SetComment(constraintId(constraint), "", Optional.of(text)));
    }

    /** Says no more what a constraint that this partition alone has is for. */
    public PartitionAlteration noCommentOnConstraint(String constraint) {
        return record(new SetComment(constraintId(constraint), "", Optional.empty()));
    }

    /** Says what the index of a constraint that this partition alone has is for, which is kept apart from what is said of the constraint. */
    public PartitionAlteration commentOnIndexOf(String constraint, String text) {
        return record(new SetConstraintIndexComment(partition, constraint, Optional.of(text)));
    }

    /** Says no more what the index of a constraint that this partition alone has is for. */
    public PartitionAlteration noCommentOnIndexOf(String constraint) {
        return record(new SetConstraintIndexComment(partition, constraint, Optional.empty()));
    }

    private ObjectId<PartitionConstraint> constraintId(String constraint) {
        return PartitionConstraint.id(partition.name(), constraint);
    }

    /** A constraint that holds for all rows from now on. */
    record Validating() implements ObjectChange<PartitionConstraint> {

        @Override
        public PartitionConstraint of(PartitionConstraint old) {
            return new PartitionConstraint(old.on(), old.constraint().enforcing(Enforcement.ENFORCED));
        }
    }

    /** Gives a column another default for rows that are written into this partition by its name. */
    public PartitionAlteration columnDefault(String column, String expression) {
        return columnDefault(column, new Expression(expression));
    }

    /** Gives a column another default for rows that are written into this partition by its name. */
    public PartitionAlteration columnDefault(String column, Expression expression) {
        return record(new PutObject(new PartitionDefault(partition, column, Optional.of(expression))));
    }

    /** Gives a column that has a default in the table none for rows that are written into this partition by its name. */
    public PartitionAlteration noColumnDefault(String column) {
        return record(new PutObject(new PartitionDefault(partition, column, Optional.empty())));
    }

    /** Gives a column the default that it has in the table. */
    public PartitionAlteration defaultOfTable(String column) {
        return drop(PartitionDefault.id(partition.name(), column));
    }

    /** Stores the values of a column in another way in this partition, or plans with them otherwise. */
    public PartitionAlteration alterColumn(String column, ColumnChange.Property... changesOfColumn) {
        for (ColumnChange.Property change : changesOfColumn) {
            record(new PutObject(new PartitionProperty(partition, column, change.property(), change.value())));
        }
        return this;
    }

    /** Stores the values of a column as the table does, or plans with them so. */
    public PartitionAlteration propertyOfTable(String column, ColumnProperty property) {
        return drop(PartitionProperty.id(partition.name(), column, property));
    }

    /** Makes a column not null in this partition alone. */
    public PartitionAlteration notNull(String column) {
        return create(new PartitionNotNull(partition, column));
    }

    /** Lets a column be null that was not in this partition alone. */
    public PartitionAlteration dropNotNull(String column) {
        return drop(PartitionNotNull.id(partition.name(), column));
    }

    /** Says what a column is for in this partition. */
    public PartitionAlteration commentOnColumn(String column, String text) {
        return record(new SetComment(partition, column, Optional.of(text)));
    }

    /** Says no more what a column is for in this partition. */
    public PartitionAlteration noCommentOnColumn(String column) {
        return record(new SetComment(partition, column, Optional.empty()));
    }

    /** Stores the rows of this partition with these parameters and no others. */
    public PartitionAlteration storageParameters(Map<String, String> parameters) {
        return storageParameters(Options.of(parameters));
    }

    /** Stores the rows of this partition with these parameters and no others, in that order. */
    public PartitionAlteration storageParameters(Options parameters) {
        return fact(new StorageParameters(parameters));
    }

    /** Stores the rows of this partition as the server would. */
    public PartitionAlteration dropStorageParameters() {
        return dropFact(StorageParameters.class);
    }

    /** Logs what is written into this partition no more, which is fast and lost after a crash. */
    public PartitionAlteration unlogged() {
        return fact(new Unlogged());
    }

    /** Logs what is written into this partition. */
    public PartitionAlteration logged() {
        return dropFact(Unlogged.class);
    }

    /** Stores the rows of this partition by another access method. */
    public PartitionAlteration accessMethod(String method) {
        return fact(new AccessMethod(method));
    }

    /** Stores the rows of this partition by the access method of the server. */
    public PartitionAlteration dropAccessMethod() {
        return dropFact(AccessMethod.class);
    }

    /** Stores the rows of this partition in another tablespace. */
    public PartitionAlteration tablespace(String tablespace) {
        return fact(new Tablespace(tablespace));
    }

    /** Stores the rows of this partition in the tablespace of the database. */
    public PartitionAlteration dropTablespace() {
        return dropFact(Tablespace.class);
    }

    /** Lets policies of this partition say which rows roles see and write by its name, but for the owner. */
    public PartitionAlteration rowSecurity() {
        return fact(new RowSecurity(true, false));
    }

    /** Lets policies of this partition say which rows roles see and write by its name, the owner among them. */
    public PartitionAlteration forcedRowSecurity() {
        return fact(new RowSecurity(true, true));
    }

    /** Keeps in mind that policies will also count for the owner, and lets them count for nobody yet. */
    public PartitionAlteration disabledForcedRowSecurity() {
        return fact(new RowSecurity(false, true));
    }

    /** Lets everybody with the privileges see and write all rows of this partition by its name. */
    public PartitionAlteration dropRowSecurity() {
        return dropFact(RowSecurity.class);
    }

    private PartitionAlteration fact(Facet facet) {
        return record(new PutObject(new PartitionFacet(partition, facet)));
    }

    private PartitionAlteration dropFact(Class<? extends Facet> facet) {
        return drop(PartitionFacet.id(partition.name(), facet));
    }

    /** Tells the old rows of this partition apart by all columns in logical replication. */
    public PartitionAlteration replicaIdentityFull() {
        return record(new PutObject(ReplicaIdentity.full(partition)));
    }

    /** Tells the old rows of this partition apart by nothing in logical replication, so that only new ones are replicated. */
    public PartitionAlteration replicaIdentityNothing() {
        return record(new PutObject(ReplicaIdentity.nothing(partition)));
    }

    /** Tells the old rows of this partition apart by the columns of a unique index that it alone has. */
    public PartitionAlteration replicaIdentity(String index) {
        return record(new PutObject(ReplicaIdentity.usingIndex(partition, index)));
    }

    /** Tells the old rows of this partition apart by the primary key in logical replication. */
    public PartitionAlteration dropReplicaIdentity() {
        return drop(ReplicaIdentity.id(partition));
    }

    /** Indexes these columns in this partition alone. */
    public PartitionAlteration addIndex(String... columns) {
        return addIndex(
                IndexSpec.of(Arrays.stream(columns).map(IndexKey::column).toList()));
    }

    /** Adds an index to this partition alone. */
    public PartitionAlteration addIndex(IndexSpec index) {
        return record(index.operation(partition, changes.naming()));
    }

    /** Removes an index that this partition alone has. */
    public PartitionAlteration dropIndex(String index) {
        return drop(indexId(index));
    }

    /** Removes an index that this partition alone has while it is read and written. */
    public PartitionAlteration dropIndexConcurrently(String index) {
        return record(new DropIndexConcurrently(indexId(index)));
    }

    /** Gives an index that this partition alone has another name. */
    public PartitionAlteration renameIndex(String from, String to) {
        return record(new RenameObject(indexId(from), to));
    }

    /**
     * Calls the part that this partition has of an index of its table so, or its part of a key. A name that PostgreSQL may have chosen, such as
     * one with {@code _idx} at its end, is no difference to another one that it may have chosen.
     *
     * @param table the table, or the partition that is partitioned itself, which has the index
     */
    public PartitionAlteration indexPart(Named table, String index, String name) {
        return record(new PutObject(new IndexPart(partition, new OwnIndex(table.id(), index), name)));
    }

    /** Calls the part that this partition has of an index of its table, or of a key, as PostgreSQL calls it in a new partition. */
    public PartitionAlteration dropIndexPartName(Named table, String index) {
        return drop(IndexPart.id(partition, new OwnIndex(table.id(), index)));
    }

    private ObjectId<Index> indexId(String index) {
        return Index.id(QualifiedName.of(partition.name().schema(), index));
    }
}
