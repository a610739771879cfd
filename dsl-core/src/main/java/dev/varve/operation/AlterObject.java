package dev.varve.operation;

import dev.varve.model.Database;
import dev.varve.model.ObjectId;
import dev.varve.model.ObjectInUseException;
import dev.varve.model.SchemaObject;
import dev.varve.sql.Statement;
import java.util.List;

/**
 * Changes an object of any kind: {@code alter sequence trading.tickets increment 10}, {@code create or replace function ...}. The SQL is
 * that of the difference. Where PostgreSQL has none, the object is dropped and made anew with everything that it owned, unless something
 * else uses it.
 */
public record AlterObject<T extends SchemaObject>(ObjectId<T> id, ObjectChange<T> change) implements Operation {

    /** Gives the object of that id this definition. */
    @SuppressWarnings("unchecked") // an object's id is of its class
    public static <T extends SchemaObject> AlterObject<T> to(T object) {
        return new AlterObject<>((ObjectId<T>) object.id(), new ObjectChange.Becoming<>(object));
    }

    @Override
    public String description() {
        return "alter " + id;
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(id);
    }

    @Override
    public List<Statement> statements(Database before) {
        T old = before.get(id);
        T object = change.of(old);
        if (object.equals(old)) {
            return List.of();
        }
        return object.alteration(old, before).orElseGet(() -> new RecreateObject(object).statements(before));
    }

    @Override
    public Database after(Database before) {
        T object = change.of(before.get(id));
        return isRecreated(before) ? new RecreateObject(object).after(before) : before.alter(id, old -> object);
    }

    private boolean isRecreated(Database before) {
        T old = before.get(id);
        T object = change.of(old);
        return !object.equals(old) && object.alteration(old, before).isEmpty();
    }

    @Override
    public Reversal reversal(Database before) {
        T old = before.get(id);
        boolean recreated =
                isRecreated(before) || old.alteration(change.of(old), before).isEmpty();
        return Reversal.losing(recreated ? old.contents() : List.of(), List.of(back(old, after(before))));
    }

    /** What cannot be altered back is made again, and so is what has come to use it or did before. */
    private static Operation back(SchemaObject old, Database after) {
        Operation back = to(old);
        try {
            back.after(after);
            return back;
        } catch (ObjectInUseException e) {
            return new CascadeRecreate(back);
        }
    }
}
