package dev.varve.operation;

import dev.varve.model.AccessMethod;
import dev.varve.model.Column;
import dev.varve.model.ColumnProperty;
import dev.varve.model.ColumnValue;
import dev.varve.model.Facet;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.PartitionConstraint;
import dev.varve.model.PartitionDefault;
import dev.varve.model.PartitionFacet;
import dev.varve.model.PartitionMember;
import dev.varve.model.PartitionNotNull;
import dev.varve.model.PartitionProperty;
import dev.varve.model.RowSecurity;
import dev.varve.model.StorageParameters;
import dev.varve.model.Table;
import dev.varve.model.Tablespace;
import dev.varve.model.Unlogged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a table has beside what it would have as a partition and nothing else. */
record OwnOfPartition(Table table, Table bare, ObjectId<Partition> partition) {

    private static final Set<Class<? extends Facet>> FACETS =
            Set.of(StorageParameters.class, RowSecurity.class, Unlogged.class, AccessMethod.class, Tablespace.class);

    static List<PartitionMember> of(Table table, Table bare, ObjectId<Partition> partition) {
        OwnOfPartition own = new OwnOfPartition(table, bare, partition);
        List<PartitionMember> members = new ArrayList<>(own.constraints());
        for (Column column : bare.columns()) {
            table.findColumn(column.name()).ifPresent(mine -> members.addAll(own.ofColumn(column, mine)));
        }
        table.facets().values().stream()
                .filter(facet ->
                        FACETS.contains(facet.getClass()) && !bare.facets().containsValue(facet))
                .forEach(facet -> members.add(new PartitionFacet(partition, facet)));
        if (bare.facet(Tablespace.class).isPresent()
                && table.facet(Tablespace.class).isEmpty()) {
            members.add(new PartitionFacet(partition, Tablespace.USUAL));
        }
        return members;
    }

    private List<PartitionConstraint> constraints() {
        return table.constraints().values().stream()
                .filter(constraint -> !bare.constraints().containsKey(constraint.name()))
                .map(constraint -> new PartitionConstraint(partition, constraint))
                .toList();
    }

    private List<PartitionMember> ofColumn(Column above, Column mine) {
        List<PartitionMember> members = new ArrayList<>();
        boolean named = table.notNullConstraint(mine.name()).isPresent();
        if (mine.notNull() && !above.notNull() && !named) {
            members.add(new PartitionNotNull(partition, mine.name()));
        }
        if (!mine.value().equals(above.value()) && isDefault(mine.value()) && isDefault(above.value())) {
            members.add(new PartitionDefault(
                    partition, mine.name(), mine.value().map(v -> ((ColumnValue.Default) v).expression())));
        }
        Arrays.stream(ColumnProperty.values())
                .filter(property -> !mine.property(property).equals(above.property(property)))
                .forEach(property ->
                        members.add(new PartitionProperty(partition, mine.name(), property, mine.property(property))));
        return members;
    }

    private static boolean isDefault(Optional<ColumnValue> value) {
        return value.filter(v -> !(v instanceof ColumnValue.Default)).isEmpty();
    }
}
