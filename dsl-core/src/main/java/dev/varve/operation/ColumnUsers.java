package dev.varve.operation;

import dev.varve.model.Column;
import dev.varve.model.ColumnValue;
import dev.varve.model.ComputedColumn;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.Partition;
import dev.varve.model.Table;
import java.util.ArrayList;
import java.util.List;

/** What is made of a column, so that PostgreSQL lets it neither go nor become something else. */
final class ColumnUsers {

    private ColumnUsers() {}

    /** The generated columns, the views, triggers and other objects that use a column of a table or of its partitions, as ids of objects and {@link ComputedColumn}s; also those of the heirs. */
    static List<Object> of(ObjectId<Table> table, String column, Database database) {
        List<Object> users = new ArrayList<>();
        for (Column other : database.get(table).columns()) {
            if (isGeneratedFrom(column, other)) {
                users.add(new ComputedColumn(table, other.name()));
            }
        }
        Partition.with(table, database)
                .flatMap(relation -> database.users(relation).stream()
                        .filter(user -> database.get(user).leansOn(relation, column)))
                .distinct()
                .forEach(users::add);
        database.get(table).heirs(database).forEach(heir -> users.addAll(of(heir.id(), column, database)));
        return users;
    }

    private static boolean isGeneratedFrom(String column, Column other) {
        return other.value()
                .filter(value -> value instanceof ColumnValue.Generated generated
                        && generated.expression().bareNames().contains(column))
                .isPresent();
    }
}
