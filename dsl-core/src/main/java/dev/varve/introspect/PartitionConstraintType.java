package dev.varve.introspect;

import dev.varve.model.Constraint;
import dev.varve.model.ObjectId;
import dev.varve.model.PartitionConstraint;
import dev.varve.spi.Catalog;
import dev.varve.spi.ObjectType;
import dev.varve.spi.Row;
import java.util.List;
import java.util.Optional;

/** Constraints that partitions have and their tables have not. */
final class PartitionConstraintType implements ObjectType<PartitionConstraint> {

    private static final String OWN = """
            and exists (select from pg_class p where p.oid = k.conrelid and p.relispartition)
            and (k.contype not in ('c', 'n') or k.coninhcount = 0)
            """;

    @Override
    public Class<PartitionConstraint> type() {
        return PartitionConstraint.class;
    }

    @Override
    public Optional<String> catalog() {
        return Optional.of("pg_class partition");
    }

    @Override
    public List<PartitionConstraint> introspect(Catalog catalog) {
        return catalog.query(TableType.constraints(catalog, OWN), row -> constraint(row, catalog)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PartitionConstraint> constraint(Row row, Catalog catalog) {
        Optional<ObjectId<?>> partition = catalog.identified("pg_class", row.number("conrelid"));
        Optional<Constraint> constraint = partition.isPresent() ? TableType.constraint(row, catalog) : Optional.empty();
        Optional<PartitionConstraint> own = constraint.map(c -> new PartitionConstraint(partition.get(), c));
        own.ifPresent(one -> catalog.identify("pg_constraint", row.number("oid"), one.id()));
        return own;
    }
}
