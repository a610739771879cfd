package dev.varve.model;

import dev.varve.sql.QualifiedName;
import java.util.stream.Stream;

/** The parts that a partition has of the indexes of what it is a part of. */
record IndexParts(ObjectId<?> partition, Database database) {

    /** The database in which those are called as PostgreSQL chose when the partition was called so, of which nothing else is known. */
    Database calledAfter(QualifiedName before) {
        return Partition.above(partition, database)
                .flatMap(relation -> chosen(relation, new PartName(before)))
                .filter(part -> !database.has(part.id()))
                .reduce(database, Database::plus, (a, b) -> b);
    }

    private Stream<IndexPart> chosen(ObjectId<?> relation, PartName name) {
        Stream<IndexPart> ofIndexes = database.owned(relation).stream()
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .map(index -> part(relation, index.name().name(), name.of(index)));
        Stream<IndexPart> ofConstraints = constraints(relation)
                .filter(Constraint::hasIndex)
                .map(constraint -> part(relation, constraint.name(), name.of(constraint)));
        return Stream.concat(ofIndexes, ofConstraints);
    }

    private Stream<Constraint> constraints(ObjectId<?> relation) {
        return database.get(relation) instanceof Table table
                ? table.constraints().values().stream()
                : database.owned(relation).stream()
                        .filter(PartitionConstraint.class::isInstance)
                        .map(own -> ((PartitionConstraint) own).constraint());
    }

    private IndexPart part(ObjectId<?> relation, String index, AutomaticName name) {
        return new IndexPart(
                partition, new OwnIndex(relation, index), name.name().name());
    }
}
