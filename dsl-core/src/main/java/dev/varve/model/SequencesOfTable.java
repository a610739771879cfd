package dev.varve.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sequences by which the columns of a table number rows, with what there is about them, which comes and goes with them.
 *
 * @param table the table as it is now
 */
record SequencesOfTable(Table table) {

    /** A database in which the table has just become what it is. */
    Database handedDown(Table before, Database database) {
        Database next = database;
        for (SchemaObject owned : database.owned(table.id())) {
            next = isGone(owned) ? next.minus(owned.id()) : next;
        }
        List<Column> counted = table.columns().stream()
                .filter(column -> column.sequence(table.name()).isPresent() && !isCounted(before, column.name()))
                .toList();
        for (Column column : counted) {
            for (SchemaObject object : given(column.name(), database).toList()) {
                next = next.plus(object);
            }
        }
        return next;
    }

    private boolean isGone(SchemaObject owned) {
        return owned instanceof OnSequence on
                && on.columnOfSequence()
                        .filter(column -> !isCounted(table, column))
                        .isPresent();
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
