package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Makes an object of any kind: {@code create table trading.orders (...)}. Taking it back drops the object, and with it whatever
 * it has come to hold.
 */
public record CreateObject(SchemaObject object) implements Recreatable {

    @Override
    public String description() {
        return "create " + object.id();
    }

    @Override
    public Operation recreating() {
        return new RecreateObject(object);
    }

    @Override
    public Footprint footprint() {
        return new Footprint(Set.of(), Set.of(object.id()), Set.of());
    }

    @Override
    public List<Statement> statements(Database before) {
        return object.creation(before);
    }

    @Override
    public Database after(Database before) {
        object.checkCreation(before);
        return before.plus(object);
    }

    @Override
    public Reversal reversal(Database before) {
        return Reversal.losing(object.contents(), List.of(new DropObject(object.id())));
    }
}
