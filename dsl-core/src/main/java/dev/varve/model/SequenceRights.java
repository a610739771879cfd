package dev.varve.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The privileges on the sequences of a table, which come and go with them.
 *
 * @param table the table as it is now
 */
record SequenceRights(Table table) {

    /** A database in which the table has just become what it is. */
    Database handedDown(Table before, Database database) {
        Database next = database;
        for (Privileges privileges : database.owned(table.id()).stream()
                .filter(SequenceRights::isOfSequence)
                .map(Privileges.class::cast)
                .toList()) {
            next = isCounted(table, privileges.column()) ? next : next.minus(privileges.id());
        }
        for (Column column : table.columns()) {
            for (SchemaObject given : isCounted(before, column.name())
                    ? Stream.<SchemaObject>empty().toList()
                    : given(column.name(), database).toList()) {
                next = next.plus(given);
            }
        }
        return next;
    }

    private static boolean isOfSequence(SchemaObject object) {
        return object instanceof Privileges privileges && privileges.ofSequence();
    }

    private static boolean isCounted(Table table, String column) {
        return table.findColumn(column)
                .flatMap(found -> found.sequence(table.name()))
                .isPresent();
    }

    /** What is granted by default on the sequence of a column, if it has one. */
    Stream<SchemaObject> given(String column, Database database) {
        return Optional.of(column).filter(name -> isCounted(table, name)).stream()
                .flatMap(name -> DefaultPrivileges.givenOnSequence(table.id(), name, database).stream());
    }
}
