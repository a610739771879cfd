package dev.varve.dsl;

import dev.varve.model.ColumnOrder;
import dev.varve.model.Foreign;
import dev.varve.model.IndexKey;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.PartitionBound;
import dev.varve.model.Partitioning;
import dev.varve.model.Table;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.sql.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A partition as it is written; with its name alone it stands for one that is already there. */
public record PartitionSpec(Partition partition) implements Named, Creation, Alterable<PartitionAlteration> {

    static PartitionSpec of(String name) {
        QualifiedName qualified = QualifiedName.of("public", name);
        return new PartitionSpec(
                new Partition(qualified, Table.id(qualified), PartitionBound.DEFAULT, Optional.empty()));
    }

    private PartitionSpec bound(PartitionBound bound) {
        return new PartitionSpec(partition.bounded(bound));
    }

    /** Puts the partition into a schema. */
    public PartitionSpec inSchema(String schema) {
        return new PartitionSpec(partition.named(partition.name().inSchema(schema)));
    }

    /** Is a part of a partitioned table, or of a partition that is itself partitioned. */
    public PartitionSpec of(Named parent) {
        return new PartitionSpec(partition.of(parent.id()));
    }

    /** Has the rows from these values on, a value for each key; {@code to} says where they end. */
    public Range from(Object... values) {
        return new Range(this, Arrays.asList(values));
    }

    /** Has the rows with one of these values. */
    public PartitionSpec in(Object... values) {
        return bound(PartitionBound.list(values));
    }

    /** Has the rows whose hash leaves that remainder when it is divided by the modulus. */
    public PartitionSpec remainder(int modulus, int remainder) {
        return bound(PartitionBound.hash(modulus, remainder));
    }

    /** Has the rows that no other partition has. */
    public PartitionSpec byDefault() {
        return bound(PartitionBound.DEFAULT);
    }

    /** Spreads its rows over partitions of its own. */
    public PartitionSpec partitionBy(Partitioning partitioning) {
        return new PartitionSpec(partition.spread(partitioning));
    }

    /** Has its rows elsewhere, such as {@code foreign(foreignServer("feed").rows().option("table_name", "prices"))}. */
    public PartitionSpec foreign(Foreign foreign) {
        return new PartitionSpec(partition.stored(foreign));
    }

    /** Has its columns in that order, and not in that of its table; those that are not named come last. A table that is attached keeps its own. */
    public PartitionSpec columnOrder(String... names) {
        return new PartitionSpec(partition.ordered(new ColumnOrder(List.of(names))));
    }

    /** The spreading by columns. */
    static Partitioning by(Partitioning.Strategy strategy, String... columns) {
        return Partitioning.by(
                strategy, Arrays.stream(columns).map(IndexKey::column).toList());
    }

    @Override
    public ObjectId<Partition> id() {
        return partition.id();
    }

    @Override
    public List<Operation> operations(NamingConvention naming) {
        return List.of(new CreateObject(partition));
    }

    @Override
    public PartitionAlteration alteration(Changes changes) {
        return new PartitionAlteration(id(), changes);
    }

    /** The beginning of a range, which says next where it ends. */
    public record Range(PartitionSpec partition, List<Object> from) {

        /** Ends before these values. */
        public PartitionSpec to(Object... values) {
            return partition.bound(PartitionBound.range(from, Arrays.asList(values)));
        }
    }
}
