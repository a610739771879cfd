package dev.varve.model;

import java.util.stream.Stream;

/** What a partition says of one of its columns where its table says something else. */
interface PartitionColumnMember extends PartitionMember {

    /** The name of the column. */
    String column();

    /** The same of another column, as that has it. */
    Object said(Column other);

    /** Its partition, and those below that say nothing else of the column and therefore have the same. */
    default Stream<ObjectId<?>> spread(Database database) {
        return spread(on(), database);
    }

    /** The same of another partition. */
    PartitionColumnMember of(ObjectId<?> partition);

    /**
     * Looks whether a partition below would have nothing of its own any more, because it says the same.
     *
     * @throws RefusedException if one would not
     */
    default void refuseSameBelow(Database database) {
        spread(database)
                .flatMap(partition -> Partition.partsOf(partition, database))
                .filter(part -> database.find(id().named(part.name()))
                        .filter(own -> own.equals(of(part)))
                        .isPresent())
                .findFirst()
                .ifPresent(part -> {
                    throw new RefusedException(
                            id(),
                            "The " + id().named(part.name()) + " would say the same as " + on()
                                    + " does then, and be none of its own. Let it go first.");
                });
    }

    private Stream<ObjectId<?>> spread(ObjectId<?> partition, Database database) {
        return Stream.concat(
                Stream.of(partition),
                Partition.partsOf(partition, database)
                        .filter(part -> !database.has(id().named(part.name())))
                        .flatMap(part -> spread(part, database)));
    }

    @Override
    default boolean vanishesWith(String ofTable, Database database) {
        return column().equals(ofTable);
    }

    /** PostgreSQL would change that of the partition, too. */
    @Override
    default void checkChange(Table before, Table after) {
        boolean changes = after.findColumn(column())
                .filter(next -> before.findColumn(column())
                        .filter(old -> said(old).equals(said(next)))
                        .isEmpty())
                .isPresent();
        if (changes) {
            throw new RefusedException(
                    id(),
                    "Column \"" + column() + "\" of " + after.id() + " cannot change what " + on()
                            + " has of its own: PostgreSQL would change it there, too. Let that go first, and say it again afterwards.");
        }
    }
}
