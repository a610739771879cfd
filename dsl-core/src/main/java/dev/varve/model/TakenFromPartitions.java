package dev.varve.model;

import java.util.stream.Stream;

/**
 * What PostgreSQL takes of partitions, instead of making it, for the parts of a key, a foreign key or an index that their table gets: what they have
 * of their own and is like it. It is no longer their own then, and goes with that of the table.
 */
record TakenFromPartitions(ObjectId<?> above, Database database) {

    /** Looks whether a constraint would take something. */
    void check(Constraint added) {
        refuse("Constraint \"" + added.name() + '"', constraints().filter(own -> own.isAlike(added)));
    }

    /** Looks whether an index would take something; also one of a key suits it. */
    void check(Index added) {
        Stream<Index> indexes =
                members().filter(Index.class::isInstance).map(Index.class::cast).filter(own -> own.isAlike(added));
        refuse(
                "Index \"" + added.name().name() + '"',
                Stream.concat(indexes, constraints().filter(own -> own.isAlike(added))));
    }

    private Stream<PartitionConstraint> constraints() {
        return members().filter(PartitionConstraint.class::isInstance).map(PartitionConstraint.class::cast);
    }

    private Stream<SchemaObject> members() {
        return Partition.under(above, database).flatMap(partition -> database.owned(partition.id()).stream());
    }

    private void refuse(String added, Stream<? extends SchemaObject> taken) {
        taken.findFirst().ifPresent(own -> {
            throw new RefusedException(
                    above,
                    added + " of " + above + " would be made of the " + own.id()
                            + " of a partition, and that would go with it"
                            + ". Drop that first: the partitions get their parts of what their table gets.");
        });
    }
}
