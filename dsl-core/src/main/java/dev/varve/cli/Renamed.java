package dev.varve.cli;

import dev.varve.diff.Renaming;
import dev.varve.model.Database;
import dev.varve.model.Schema;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/** A state in which one thing after the other is called as in another state. */
final class Renamed {

    private final Database other;
    private final List<Operation> operations = new ArrayList<>();
    private Database database;

    Renamed(Database database, Database other) {
        this.database = database;
        this.other = other;
    }

    /** The state with what was renamed so far. */
    Database database() {
        return database;
    }

    /** What was done for that. */
    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Renames one thing. */
    void follow(Renaming renaming) {
        makeSchema(renaming);
        renaming.operations(database).forEach(this::apply);
    }

    /** What has come to a schema that has come with it. */
    private void makeSchema(Renaming renaming) {
        renaming.schema()
                .map(Schema::id)
                .filter(schema -> !database.has(schema))
                .flatMap(other::find)
                .ifPresent(schema -> apply(new CreateObject(schema)));
    }

    private void apply(Operation operation) {
        operations.add(operation);
        database = operation.after(database);
    }
}
