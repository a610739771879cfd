package dev.varve.dsl;

import dev.varve.model.Index;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.operation.DropIndexConcurrently;
import dev.varve.operation.DropObject;
import dev.varve.operation.Operation;
import dev.varve.operation.RenameObject;
import dev.varve.sql.QualifiedName;
import java.util.Arrays;

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
        return record(new DropObject(indexId(index)));
    }

    /** Removes an index that this partition alone has while it is read and written. */
    public PartitionAlteration dropIndexConcurrently(String index) {
        return record(new DropIndexConcurrently(indexId(index)));
    }

    /** Gives an index that this partition alone has another name. */
    public PartitionAlteration renameIndex(String from, String to) {
        return record(new RenameObject(indexId(from), to));
    }

    private ObjectId<Index> indexId(String index) {
        return Index.id(QualifiedName.of(partition.name().schema(), index));
    }
}
