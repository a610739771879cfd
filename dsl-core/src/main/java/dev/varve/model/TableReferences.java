package dev.varve.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The foreign keys of and to a table, as far as they lean on what it has. */
record TableReferences(Table table, Database database) {

    /** Whether no two rows share these columns, so that a foreign key can reference them. */
    boolean hasKey(Referenced wanted) {
        Stream<Index> indexes = holders(wanted.relation())
                .flatMap(holder -> database.owned(holder).stream())
                .filter(Index.class::isInstance)
                .map(Index.class::cast);
        return table.constraints().values().stream().anyMatch(c -> c instanceof KeyConstraint key && key.canBe(wanted))
                || !wanted.period()
                        && indexes.flatMap(index -> index.uniqueColumns().stream())
                                .anyMatch(Set.copyOf(wanted.columns())::equals);
    }

    /** What has the indexes of a relation: a partition, too, has those of which it is a part. */
    private Stream<ObjectId<?>> holders(ObjectId<?> relation) {
        return Stream.concat(Stream.of(relation), Partition.requiredOn(relation, database).stream());
    }

    /** What has foreign keys of or to a column whose other ends PostgreSQL would not compare with it any more, also where heirs have the column. */
    List<ObjectId<?>> brokenBy(Column next) {
        Stream<ObjectId<?>> tables = Stream.concat(Stream.of(table.id()), database.users(table.id()).stream())
                .map(database::get)
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(user -> new TableConstraints(user)
                        .foreignKeys()
                        .anyMatch(key -> key.isBrokenBy(table, next, user, database)))
                .map(Table::id);
        Stream<ObjectId<?>> ofPartitions = database.objects(PartitionConstraint.class)
                .filter(own -> own.isBrokenBy(table, next, database))
                .map(PartitionConstraint::id);
        Stream<ObjectId<?>> ofHeirs = table.heirs(database).stream()
                .flatMap(heir -> new TableReferences(heir, database).brokenBy(next).stream());
        return Stream.of(tables, ofPartitions, ofHeirs)
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    /** Whether a foreign key of the table references it by a key that only this constraint is. */
    boolean needForItself(String constraint) {
        TableReferences rest = new TableReferences(table.minusConstraint(constraint), database);
        return new TableConstraints(rest.table)
                .foreignKeys()
                .anyMatch(key -> key.target().equals(table.id()) && !rest.hasKey(key.referenced()));
    }
}
