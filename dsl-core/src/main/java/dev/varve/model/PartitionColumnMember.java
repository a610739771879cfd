package dev.varve.model;

/** What a partition says of one of its columns where its table says something else. */
interface PartitionColumnMember extends PartitionMember {

    /** The name of the column. */
    String column();

    /** The same of another column, as that has it. */
    Object said(Column other);

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
