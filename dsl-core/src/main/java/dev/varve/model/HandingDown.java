package dev.varve.model;

/** A change of a table on its way to what follows it: its sequences, its partitions and the tables that inherit from it. */
record HandingDown(Table before, Table after) {

    /**
     * The database after it.
     *
     * @throws RefusedException if a partition cannot follow
     */
    Database result(Database database) {
        checkPartitions(database);
        Database next = new SequencesOfTable(after).handedDown(before, database);
        for (Table heir : after.heirs(database)) {
            next = next.alter(heir.id(), table -> Inheritance.followed(before, after, table, database));
        }
        for (Partition partition : Partition.under(after.id(), next).toList()) {
            next = partition.order().isOwn()
                    ? next.without(partition)
                            .with(partition.ordered(partition.order().within(after)))
                    : next;
        }
        return next;
    }

    private void checkPartitions(Database database) {
        if (after.facet(Partitioning.class).isPresent()) {
            database.users(after.id()).stream()
                    .map(database::get)
                    .filter(PartitionMember.class::isInstance)
                    .forEach(member -> ((PartitionMember) member).checkChange(before, after));
        }
    }
}
